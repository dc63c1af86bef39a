"""The M/M/1 queue in SimPy: a process for each customer, a Resource for the server.

mm1.py CUSTOMERS
"""
import random
import sys

import simpy


class Waits:
    total = 0.0


def customer(env, server, rng, waits):
    arrived = env.now
    with server.request() as turn:
        yield turn
        waits.total += env.now - arrived
        yield env.timeout(rng.expovariate(1))


def arrivals(env, wanted, rng, waits):
    server = simpy.Resource(env, 1)
    for _ in range(wanted):
        yield env.timeout(rng.expovariate(0.9))
        env.process(customer(env, server, rng, waits))


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    env, waits = simpy.Environment(), Waits()
    env.process(arrivals(env, wanted, random.Random(2026), waits))
    env.run()
    print(f"mean_wait {waits.total / wanted:.6f}")


main()
