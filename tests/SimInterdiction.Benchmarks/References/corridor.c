/* The corridor benchmark in C, an event for each arrival. corridor SHIPMENTS */
#include "corridor.h"

static inline void leave(uint32_t slot, shipment *s, double now) {
    (void)s;
    schedule(now + leg_hours(), slot);
}

static inline void arrive(uint32_t slot, shipment *s, double now) {
    if (--s->legs_left == 0) {
        release(slot);
        return;
    }
    double *free_at = lane_free_at[s->checkpoint++];
    if (uniform() >= 0.15 || !is_searched(slot, s, free_at, now)) leave(slot, s, now);
}
