/* What the corridor programs share: 12 shipments an hour on six corridors of four legs (triangular, 3, 4 and 7 h) with three checkpoints of two lanes each; 15 % are
 * selected for an exponential search of 1.5 h on average, waved through when both lanes are busy, and 40 % of those searched are seized.
 * A program says how a shipment leaves a place and what happens when it arrives at the next. */
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

/* The shipment in a slot leaves a place. */
static inline void leave(uint32_t slot, shipment *s, double now);

/* It arrives where its event was scheduled for. */
static inline void arrive(uint32_t slot, shipment *s, double now);

/* Whether a lane of the checkpoint is free to search it. */
static inline int is_searched(uint32_t slot, shipment *s, double *free_at, double now) {
    int lane = free_at[1] < free_at[0];
    if (free_at[lane] > now) {
        waved_through++;
        return 0;
    }
    double until = now + exponential(1.5);
    free_at[lane] = until;
    searched++;
    s->is_held = 1;
    s->is_seized = uniform() < 0.4;
    schedule(until, slot);
    return 1;
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
            leave(slot, &shipments[slot], now);
            continue;
        }
        shipment *s = &shipments[slot];
        if (s->is_held) {
            if (s->is_seized) {
                seized++;
                release(slot);
            } else {
                s->is_held = 0;
                leave(slot, s, now);
            }
        } else {
            arrive(slot, s, now);
        }
    }
    double n = (double)dispatched;
    printf("seized %.6f\nwaved_through %.6f\nsearched %.6f\n", seized / n, waved_through / n, searched / n);
    return 0;
}
