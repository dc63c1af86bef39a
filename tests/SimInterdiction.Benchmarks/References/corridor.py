"""The corridor benchmark in SimPy, as its documentation teaches it: a process for each shipment, a Resource for each checkpoint.

corridor.py SHIPMENTS
"""
import random
import sys

import simpy

CORRIDORS, LEGS, LANES = 6, 4, 2


class Counts:
    dispatched = seized = waved_through = searched = 0


def shipment(env, checkpoints, rng, counts):
    for leg in range(LEGS):
        yield env.timeout(rng.triangular(3, 7, 4))
        if leg == LEGS - 1 or rng.random() >= 0.15:
            continue
        lanes = checkpoints[leg]
        if lanes.count == lanes.capacity:
            counts.waved_through += 1
            continue
        with lanes.request() as lane:
            yield lane
            counts.searched += 1
            yield env.timeout(rng.expovariate(1 / 1.5))
        if rng.random() < 0.4:
            counts.seized += 1
            return


def dispatches(env, wanted, rng, counts):
    corridors = [[simpy.Resource(env, LANES) for _ in range(LEGS - 1)] for _ in range(CORRIDORS)]
    for _ in range(wanted):
        yield env.timeout(rng.expovariate(12))
        counts.dispatched += 1
        env.process(shipment(env, corridors[rng.randrange(CORRIDORS)], rng, counts))


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    env, counts = simpy.Environment(), Counts()
    env.process(dispatches(env, wanted, random.Random(2026), counts))
    env.run()
    for name in ("seized", "waved_through", "searched"):
        print(f"{name} {getattr(counts, name) / counts.dispatched:.6f}")


main()
