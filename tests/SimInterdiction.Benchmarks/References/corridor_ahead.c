/* The corridor benchmark in C with the product's short cut: a checkpoint that doesn't select a shipment is passed without an event, and so is the delivery.
 * corridor_ahead SHIPMENTS */
#include "corridor.h"

/* On to the next checkpoint that selects it. */
static inline void leave(uint32_t slot, shipment *s, double now) {
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

static inline void arrive(uint32_t slot, shipment *s, double now) {
    if (!is_searched(slot, s, lane_free_at[s->checkpoint - 1], now)) leave(slot, s, now);
}
