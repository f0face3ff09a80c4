#!/usr/bin/env python3
"""Writes a made-up journal of any length, one entry per line, to try verify/journal.py with; follows docs/feed.md.

  sample_journal.py COUNT [--alter P] [--drop P] [--swap P]

--alter P changes an amount in the entry at position P, --drop P leaves it out, --swap P exchanges it with the next one.
"""
import argparse
import hashlib
import sys


def part(value):
    octets = value.encode("utf-8")
    return b"%d:%s" % (len(octets), octets)


def entries(count):
    head = bytes(32)
    for position in range(1, count + 1):
        identity = "00000000-0000-7000-8000-%012x" % position
        subject = "order-%d" % (position % 100003)
        time = "2026-03-02T17:04:05.%06dZ" % (position % 1000000 // 10 * 10 + 1)
        data = '{"orderNumber":"PO-%d","total":"%d.10"}' % (position, position % 5000)
        request = "request-%d" % position
        digest = hashlib.sha256(b"".join((
            part(identity), part("cmas.orders"), part(subject), part(str(position)), part("order.issued.v1"), part(time),
            part("erp-lodi"), b"-", part(request), b"-", part(data)))).digest()
        head = hashlib.sha256(head + position.to_bytes(8, "big") + digest).digest()
        yield ('{"position":%d,"hash":"%s","id":"%s","type":"order.issued.v1","source":"/order-service","topic":"cmas.orders",'
               '"subject":"%s","aggregateVersion":%d,"time":"%s","actor":"erp-lodi","requestId":"%s","data":%s}\n' % (
                   position, head.hex(), identity, subject, position, time, request, data))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("count", type=int)
    for fault in ("--alter", "--drop", "--swap"):
        parser.add_argument(fault, type=int, metavar="P")
    options = parser.parse_args()
    held = None
    for position, line in enumerate(entries(options.count), 1):
        if position == options.drop:
            continue
        if position == options.swap:
            held = line
            continue
        if position == options.alter:
            line = line.replace('.10"}', '.11"}')
        sys.stdout.write(line)
        if held:
            sys.stdout.write(held)
            held = None


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        # The reader has seen enough.
        sys.stderr.close()
