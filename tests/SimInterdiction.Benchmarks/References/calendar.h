/* What the two C programs share: a four-ary heap of 16-byte keys, a hold that replaces the root, and xoshiro256++.
 *
 * A key is one 128-bit integer: the bits of the time (which order as the times do, none being negative), then a sequence number, then the subject; so
 * comparing two keys is one subtraction with borrow, ties come out first in first out, and the least of four children is found without branches. The first child of the
 * root starts a cache line, so that four children share one, and places beyond the last key hold the greatest, so that there are always four. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned __int128 event_key;

enum { SUBJECT_BITS = 24, CAPACITY = 1 << 16 };

static event_key *heap;
static uint32_t heap_size;
static uint64_t sequence;
static int root_is_spent;

static uint64_t rng[4];

static inline uint64_t rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

/* Blackman and Vigna, Scrambled linear pseudorandom number generators (2021). */
static inline uint64_t next_word(void) {
    uint64_t word = rotate(rng[0] + rng[3], 23) + rng[0];
    uint64_t t = rng[1] << 17;
    rng[2] ^= rng[0];
    rng[3] ^= rng[1];
    rng[1] ^= rng[2];
    rng[0] ^= rng[3];
    rng[2] ^= t;
    rng[3] = rotate(rng[3], 45);
    return word;
}

static inline double uniform(void) { return (double)(int64_t)(next_word() >> 11) * 0x1p-53 + 0x1p-54; }

static inline double exponential(double mean) { return -mean * log(uniform()); }

static void seed_rng(uint64_t seed) {
    for (int i = 0; i < 4; i++) { /* splitmix64 */
        uint64_t z = (seed += 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        rng[i] = z ^ (z >> 31);
    }
}

static void open_calendar(void) {
    heap = (event_key *)aligned_alloc(64, (CAPACITY + 8) * sizeof(event_key)) + 3;
    memset(heap, 0xFF, (CAPACITY + 4) * sizeof(event_key));
}

static inline event_key key_of(double at, uint32_t subject) {
    uint64_t bits;
    memcpy(&bits, &at, sizeof bits);
    return ((event_key)bits << 64) | (++sequence << SUBJECT_BITS) | subject;
}

static inline double time_of(event_key key) {
    uint64_t bits = (uint64_t)(key >> 64);
    double at;
    memcpy(&at, &bits, sizeof at);
    return at;
}

static inline uint32_t subject_of(event_key key) { return (uint32_t)key & ((1u << SUBJECT_BITS) - 1); }

static inline void sift_down(event_key key) {
    uint32_t hole = 0, child;
    while ((child = 4 * hole + 1) < heap_size) {
        uint32_t left = child + (heap[child + 1] < heap[child]);
        uint32_t right = child + 2 + (heap[child + 3] < heap[child + 2]);
        uint32_t least = left + ((right - left) & -(uint32_t)(heap[right] < heap[left]));
        if (heap[least] >= key) break;
        heap[hole] = heap[least];
        hole = least;
    }
    heap[hole] = key;
}

static inline void schedule(double at, uint32_t subject) {
    event_key key = key_of(at, subject);
    if (root_is_spent) {
        root_is_spent = 0;
        sift_down(key);
        return;
    }
    uint32_t hole = heap_size++;
    if (heap_size > CAPACITY) abort();
    while (hole > 0) {
        uint32_t parent = (hole - 1) >> 2;
        if (heap[parent] <= key) break;
        heap[hole] = heap[parent];
        hole = parent;
    }
    heap[hole] = key;
}

/* The next event; its key stays at the root, spent, until something takes its place. */
static inline int take_next(event_key *next) {
    if (root_is_spent) {
        root_is_spent = 0;
        event_key last = heap[--heap_size];
        heap[heap_size] = ~(event_key)0;
        if (heap_size > 0) sift_down(last);
    }
    if (heap_size == 0) return 0;
    *next = heap[0];
    root_is_spent = 1;
    return 1;
}
