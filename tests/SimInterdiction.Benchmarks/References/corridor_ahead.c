/* The corridor benchmark in C as in corridor.c, with the product's short cut: a checkpoint that doesn't select a shipment is passed without an event, and so is the
 * delivery. corridor_ahead SHIPMENTS */
#include "calendar.h"

enum { CORRIDORS = 6, LEGS = 4, LANES = 2, ARRIVAL = 0, MAX_SHIPMENTS = 4096 };

typedef struct {
    uint8_t checkpoint; /* the next one, counted over all corridors */
    uint8_t legs_left;
    uint8_t is_held;
    uint8_t is_seized;
} shipment;

static shipment shipments[MAX_SHIPMENTS];
static uint32_t free_slots[MAX_SHIPMENTS], free_count;
static double lane_free_at[CORRIDORS * (LEGS - 1)][LANES];
static long dispatched, seized, waved_through, searched;

static inline double leg_hours(void) {
    double u = uniform();
    int is_left = u < 0.25;
    double root = sqrt(is_left ? u * 4 : (1 - u) * 12);
    return is_left ? 3 + root : 7 - root;
}

static inline void release(uint32_t slot) { free_slots[free_count++] = slot; }

/* On to the next checkpoint that selects it. */
static inline void travel(uint32_t slot, shipment *s, double now) {
    int legs = 1;
    while (legs < s->legs_left && uniform() >= 0.15) legs++;
    if (legs == s->legs_left) {
        release(slot);
        return;
    }
    s->checkpoint += legs;
    s->legs_left -= legs;
    for (; legs > 0; legs--) now += leg_hours();
    schedule(now, slot);
}

static inline void arrive_at_checkpoint(uint32_t slot, shipment *s, double now) {
    double *free_at = lane_free_at[s->checkpoint - 1];
    int lane = free_at[1] < free_at[0];
    if (free_at[lane] <= now) {
        double until = now + exponential(1.5);
        free_at[lane] = until;
        searched++;
        s->is_held = 1;
        s->is_seized = uniform() < 0.4;
        schedule(until, slot);
        return;
    }
    waved_through++;
    travel(slot, s, now);
}

int main(int argc, char **argv) {
    long wanted = argc > 1 ? atol(argv[1]) : 1000000;
    seed_rng(2026);
    open_calendar();
    for (uint32_t slot = MAX_SHIPMENTS - 1; slot > ARRIVAL; slot--) release(slot);
    schedule(exponential(1.0 / 12), ARRIVAL);
    event_key next;
    while (take_next(&next)) {
        double now = time_of(next);
        uint32_t slot = subject_of(next);
        if (slot == ARRIVAL) {
            if (++dispatched < wanted) schedule(now + exponential(1.0 / 12), ARRIVAL);
            if (free_count == 0) abort();
            slot = free_slots[--free_count];
            uint32_t corridor = (uint32_t)(((next_word() >> 32) * CORRIDORS) >> 32);
            shipments[slot] = (shipment){.checkpoint = (uint8_t)(corridor * (LEGS - 1)), .legs_left = LEGS};
            travel(slot, &shipments[slot], now);
            continue;
        }
        shipment *s = &shipments[slot];
        if (s->is_held) {
            if (s->is_seized) {
                seized++;
                release(slot);
            } else {
                s->is_held = 0;
                travel(slot, s, now);
            }
        } else {
            arrive_at_checkpoint(slot, s, now);
        }
    }
    double n = (double)dispatched;
    printf("seized %.6f\nwaved_through %.6f\nsearched %.6f\n", seized / n, waved_through / n, searched / n);
    return 0;
}
