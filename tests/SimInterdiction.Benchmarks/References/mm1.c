/* The M/M/1 queue in C: 0.9 customers an hour, an hour's service on average, one server, first come first served, an event for each arrival and each departure.
 * mm1 CUSTOMERS */
#include "calendar.h"

enum { ARRIVAL = 0, DEPARTURE = 1 };

int main(int argc, char **argv) {
    long wanted = argc > 1 ? atol(argv[1]) : 1000000;
    seed_rng(2026);
    open_calendar();

    /* Arrival times of those who wait, in a ring that grows. */
    size_t ring = 1 << 10, head = 0, waiting = 0;
    double *arrived = malloc(ring * sizeof *arrived);
    long arrivals = 0;
    int is_busy = 0;
    double wait_sum = 0;

    schedule(exponential(1 / 0.9), ARRIVAL);
    event_key next;
    while (take_next(&next)) {
        double now = time_of(next);
        if (subject_of(next) == ARRIVAL) {
            if (++arrivals < wanted) schedule(now + exponential(1 / 0.9), ARRIVAL);
            if (!is_busy) {
                is_busy = 1;
                schedule(now + exponential(1), DEPARTURE);
                continue;
            }
            if (waiting == ring) {
                double *larger = malloc(2 * ring * sizeof *larger);
                for (size_t i = 0; i < waiting; i++) larger[i] = arrived[(head + i) & (ring - 1)];
                free(arrived);
                arrived = larger;
                ring *= 2;
                head = 0;
            }
            arrived[(head + waiting++) & (ring - 1)] = now;
        } else if (waiting > 0) {
            wait_sum += now - arrived[head];
            head = (head + 1) & (ring - 1);
            waiting--;
            schedule(now + exponential(1), DEPARTURE);
        } else {
            is_busy = 0;
        }
    }
    printf("mean_wait %.6f\n", wait_sum / (double)arrivals);
    return 0;
}
