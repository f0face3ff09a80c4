#!/usr/bin/env python3
"""Proves that a journal is complete and unchanged, from its change feed alone.

Needs Python 3.8 or newer and nothing else; shares no code with the services. docs/feed.md says what is hashed.

  journal.py FILE...                         pages of GET /v1/feed, saved as they came, in order ("-" is standard input);
                                             a file may also hold one entry per line
  journal.py --url http://host/v1/feed       reads the feed itself; the bearer token is in the environment variable TOKEN
  --checkpoints FILE                         a JSON list of {"source", "position", "hash"} that earlier runs kept: each of
                                             this source must be met again; the head of this run is added when all is well

Exit status: 0 all entries hold, 1 an entry or a checkpoint does not, 2 the call or its input is unusable.
"""
import argparse
import hashlib
import json
import os
import sys
import urllib.error
import urllib.request

PARTS = ("id", "topic", "subject", "aggregateVersion", "type", "time", "actor", "onBehalfOf", "requestId", "traceParent",
         "data")
START = bytes(32)
PAGE = 1000
DECODER = json.JSONDecoder()


class Unusable(Exception):
    """What was given is no feed."""


def skip_blanks(text, at):
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def members(text, at):
    """The members of the object that begins at that place, each as written: ({name: text}, the place after it)."""
    found = {}
    at = skip_blanks(text, at + 1)
    while text[at] != "}":
        name, at = DECODER.raw_decode(text, at)
        at = skip_blanks(text, at)
        if not isinstance(name, str) or text[at] != ":":
            raise Unusable("no member at character %d" % at)
        begin = skip_blanks(text, at + 1)
        _, at = DECODER.raw_decode(text, begin)
        if name in found:
            raise Unusable("%s stands twice in one object" % name)
        found[name] = text[begin:at]
        at = skip_blanks(text, at)
        if text[at] == ",":
            at = skip_blanks(text, at + 1)
    return found, at + 1


def objects_of_list(text):
    """Each object of a list, as written."""
    at = skip_blanks(text, 1)
    while text[at] != "]":
        entry, at = members(text, at)
        yield entry
        at = skip_blanks(text, at)
        if text[at] == ",":
            at = skip_blanks(text, at + 1)


def entries_of(text):
    """The entries of a page, or of lines of one entry each, as written."""
    at = skip_blanks(text, 0)
    if at == len(text):
        return
    if text[at] == "[":
        yield from objects_of_list(text[at:])
        return
    while at < len(text):
        if text[at] != "{":
            raise Unusable("neither a page nor an entry at character %d" % at)
        top, at = members(text, at)
        if "events" in top:
            yield from objects_of_list(top["events"])
        else:
            yield top
        at = skip_blanks(text, at)


def part(entry, name):
    """One part as it is hashed: the number of its bytes, a colon and the bytes; a hyphen when it is absent."""
    written = entry.get(name)
    if written is None or written == "null":
        return b"-"
    value = json.loads(written) if written.startswith('"') and name != "data" else written
    octets = value.encode("utf-8")
    return str(len(octets)).encode("ascii") + b":" + octets


def digest(entry):
    return hashlib.sha256(b"".join(part(entry, name) for name in PARTS)).digest()


class Chain:
    """Follows a journal from its first entry; the first thing that does not hold ends it."""

    def __init__(self, checkpoints):
        self.checkpoints = checkpoints
        self.position = 0
        self.head = START
        self.source = None
        self.met = 0
        self.fault = None

    def take(self, entry):
        if self.fault:
            return
        position = int(entry.get("position", "0"))
        source = json.loads(entry.get("source", '""'))
        if position != self.position + 1:
            self.fault = "position %d follows %d: an entry is missing, twice or out of order" % (position, self.position)
            return
        if self.source not in (None, source):
            self.fault = "position %d is of %s, those before of %s" % (position, source, self.source)
            return
        chained = hashlib.sha256(self.head + position.to_bytes(8, "big") + digest(entry)).digest()
        told = json.loads(entry.get("hash", '""'))
        if chained.hex() != told:
            self.fault = "position %d is not what was written: its hash is told as %s and works out as %s" % (
                position, told, chained.hex())
            return
        self.position, self.head, self.source = position, chained, source
        for kept in self.checkpoints:
            if kept["source"] == source and kept["position"] == position:
                self.met += 1
                if kept["hash"] != told:
                    self.fault = "position %d was %s at an earlier reading and is %s now: the journal was written anew" % (
                        position, kept["hash"], told)

    def close(self):
        if self.fault:
            return
        for kept in self.checkpoints:
            if kept["position"] > self.position and kept["source"] == self.source or not self.position and kept["position"]:
                self.fault = "an earlier reading of %s went up to %d, and the journal ends at %d" % (
                    kept["source"], kept["position"], self.position)


def read_url(url, chain):
    after = 0
    while not chain.fault:
        address = "%s%safter=%d&limit=%d" % (url, "&" if "?" in url else "?", after, PAGE)
        request = urllib.request.Request(address, headers={"Accept": "application/json"})
        if os.environ.get("TOKEN"):
            request.add_header("Authorization", "Bearer " + os.environ["TOKEN"])
        with urllib.request.urlopen(request, timeout=60) as answer:
            page = answer.read().decode("utf-8")
        before = chain.position
        for entry in entries_of(page):
            chain.take(entry)
        if chain.position == before:
            return
        after = chain.position


def read_files(names, chain):
    for name in names:
        if name == "-":
            text = sys.stdin.buffer.read().decode("utf-8")
        else:
            with open(name, encoding="utf-8", newline="") as file:
                text = file.read()
        for entry in entries_of(text):
            chain.take(entry)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], epilog="See the head of this file, and docs/feed.md.")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--url")
    parser.add_argument("--checkpoints", metavar="FILE")
    options = parser.parse_args()
    if bool(options.files) == bool(options.url):
        parser.error("give files or --url")
    kept = []
    if options.checkpoints and os.path.exists(options.checkpoints):
        with open(options.checkpoints, encoding="utf-8") as file:
            kept = json.load(file)
    chain = Chain(kept)
    if options.url:
        read_url(options.url, chain)
    else:
        read_files(options.files, chain)
    chain.close()
    if chain.fault:
        print("DOES NOT HOLD: " + chain.fault)
        return 1
    print("holds: %d entries of %s, head %d %s%s" % (
        chain.position, chain.source, chain.position, chain.head.hex(),
        ", %d earlier reading(s) met" % chain.met if kept else ""))
    head = {"source": chain.source, "position": chain.position, "hash": chain.head.hex()}
    if options.checkpoints and chain.position and head not in kept:
        with open(options.checkpoints, "w", encoding="utf-8") as file:
            json.dump(kept + [head], file, indent=1)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Unusable, ValueError, IndexError, KeyError, OSError, urllib.error.URLError) as problem:
        print("unusable: %s: %s" % (type(problem).__name__, problem), file=sys.stderr)
        sys.exit(2)
