#!/usr/bin/env python3
"""Proves that a journal is complete and unchanged, from its change feed alone.

Needs Python 3.8 or newer and nothing else; shares no code with the services. docs/feed.md says what is hashed and what is signed.

  journal.py FILE...                         pages of GET /v1/feed, saved as they came, in order ("-" is standard input);
                                             a file may also hold one entry per line, and is then read as a stream
  journal.py --url http://host/v1/feed       reads the feed itself; the bearer token is in the environment variable TOKEN
  --checkpoints FILE                         a JSON list of {"source", "position", "hash"} that earlier runs kept: each of
                                             this source must be met again; the head of this run is added when all is well
  --signed [FILE]                            pages of GET /v1/journal/checkpoints (asked for where --url says, without a file):
                                             each signature must hold, and each checkpoint must be met; where nothing is
                                             signed at all, nothing is proved and the run fails
  --keys FILE                                an answer of GET /v1/journal/keys that was kept: no other key is believed;
                                             without it the service's own list is asked for, which proves less
  --between A B                              with --signed: only from the checkpoint at position A to that at B, which need not
                                             begin at the first entry
  --save FILE                                writes every entry that holds, one per line: the export that was verified

Exit status: 0 all entries hold, 1 an entry, a checkpoint or a signature does not, 2 the call or its input is unusable.
"""
import argparse
import base64
import hashlib
import json
import os
import re
import sys
import urllib.error
import urllib.request

PARTS = ("id", "topic", "subject", "aggregateVersion", "type", "time", "actor", "onBehalfOf", "requestId", "traceParent",
         "data")
START = bytes(32)
PAGE = 1000
LEAST_KEY_BITS = 2048
# What RFC 8017 puts before a SHA-256 hash.
SHA256_NAME = bytes.fromhex("3031300d060960864801650304020105000420")
DECODER = json.JSONDecoder()
NAME = re.compile(r'[ \t\r\n]*"([^"\\]*)"[ \t\r\n]*:[ \t\r\n]*')
PLAIN = re.compile(r'"[^"\\]*"|-?[0-9]+(?![0-9.eE])|null')
NEXT = re.compile(r'[ \t\r\n]*([,}])')


class Unusable(Exception):
    """What was given is no feed."""


class DoesNotHold(Exception):
    """What was given was not so written, or not so signed."""


def skip_blanks(text, at):
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def members(text, at):
    """The members of the object that begins at that place, each as written: ({name: text}, the place after it)."""
    found = {}
    at += 1
    if text[skip_blanks(text, at)] == "}":
        return found, skip_blanks(text, at) + 1
    while True:
        named = NAME.match(text, at)
        if not named:
            raise Unusable("no member at character %d" % at)
        begin = named.end()
        plain = PLAIN.match(text, begin)
        at = plain.end() if plain else DECODER.raw_decode(text, begin)[1]
        if named.group(1) in found:
            raise Unusable("%s stands twice in one object" % named.group(1))
        found[named.group(1)] = text[begin:at]
        after = NEXT.match(text, at)
        if not after:
            raise Unusable("the object does not end at character %d" % at)
        at = after.end()
        if after.group(1) == "}":
            return found, at


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
    if name != "data" and written.startswith('"'):
        value = json.loads(written) if "\\" in written else written[1:-1]
    else:
        value = written
    octets = value.encode("utf-8")
    return str(len(octets)).encode("ascii") + b":" + octets


def digest(entry):
    return hashlib.sha256(b"".join(part(entry, name) for name in PARTS)).digest()


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def public_keys(text):
    """The keys of a JSON Web Key Set, each under the thumbprint that it really has: {kid: (modulus, exponent)}."""
    keys = {}
    for key in json.loads(text)["keys"]:
        canonical = json.dumps({"e": key["e"], "kty": key["kty"], "n": key["n"]}, separators=(",", ":"), sort_keys=True)
        thumbprint = base64.urlsafe_b64encode(hashlib.sha256(canonical.encode("ascii")).digest()).rstrip(b"=").decode()
        modulus, exponent = int.from_bytes(unpadded(key["n"]), "big"), int.from_bytes(unpadded(key["e"]), "big")
        if thumbprint != key["kid"] or key["kty"] != "RSA":
            raise DoesNotHold("the key %s is not what its name says" % key["kid"])
        if modulus.bit_length() < LEAST_KEY_BITS or exponent < 65537:
            raise DoesNotHold("the key %s is too weak to prove anything" % key["kid"])
        keys[thumbprint] = (modulus, exponent)
    return keys


def statement(checkpoint):
    return ("cmas journal checkpoint 1\nsource %s\nentries %d\nposition %d\nhash %s\nat %s\nkey %s\n" % (
        checkpoint["source"], checkpoint["entries"], checkpoint["position"], checkpoint["hash"], checkpoint["signedAt"],
        checkpoint["key"])).encode("utf-8")


def require_signature(checkpoint, keys):
    """RSASSA-PKCS1-v1_5 with SHA-256: the power of the signature is exactly the padded hash of the statement."""
    if checkpoint["key"] not in keys:
        raise DoesNotHold("the checkpoint at %d is signed by %s, which is none of the keys" % (
            checkpoint["position"], checkpoint["key"]))
    modulus, exponent = keys[checkpoint["key"]]
    length = (modulus.bit_length() + 7) // 8
    signature = base64.b64decode(checkpoint["signature"], validate=True)
    named = SHA256_NAME + hashlib.sha256(statement(checkpoint)).digest()
    padded = b"\x00\x01" + b"\xff" * (length - len(named) - 3) + b"\x00" + named
    number = int.from_bytes(signature, "big")
    if len(signature) != length or number >= modulus or pow(number, exponent, modulus).to_bytes(length, "big") != padded:
        raise DoesNotHold("the signature of the checkpoint at %d is not that of %s" % (
            checkpoint["position"], checkpoint["key"]))


def signed_checkpoints(text, keys):
    """The checkpoints of pages, each signed by one of the keys: {position: checkpoint}."""
    found = {}
    at = skip_blanks(text, 0)
    while at < len(text):
        page, at = DECODER.raw_decode(text, at)
        at = skip_blanks(text, at)
        for checkpoint in page["checkpoints"]:
            require_signature(checkpoint, keys)
            other = found.setdefault(checkpoint["position"], checkpoint)
            if other["hash"] != checkpoint["hash"] or other["source"] != checkpoint["source"]:
                raise DoesNotHold("two checkpoints at %d contradict each other" % checkpoint["position"])
    if not found:
        raise DoesNotHold("nothing is signed: there is no checkpoint, so no signature proves this journal")
    counts = [found[position]["entries"] for position in sorted(found)]
    if counts != sorted(counts):
        raise DoesNotHold("a later checkpoint counts fewer entries than an earlier one")
    return found


class Chain:
    """Follows a journal from its first entry, or from a signed checkpoint; the first thing that does not hold ends it."""

    def __init__(self, kept, signed, begin=None, end=None, save=None):
        self.kept = {}
        for checkpoint in kept:
            self.kept.setdefault(checkpoint["position"], []).append(checkpoint)
        self.signed = signed
        self.begin = begin["position"] if begin else 0
        self.position = self.begin
        self.head = bytes.fromhex(begin["hash"]) if begin else START
        self.source = begin["source"] if begin else None
        self.end = end
        self.save = save
        self.met = 0
        self.fault = None

    def is_over(self):
        return self.fault or self.end is not None and self.position >= self.end

    def take(self, entry):
        position = int(entry.get("position", "0"))
        if self.begin and self.position == self.begin and 0 < position <= self.begin:
            return
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
        self.compare(position, told)
        if self.save and not self.fault:
            self.save.write("{" + ", ".join('"%s": %s' % member for member in entry.items()) + "}\n")

    def compare(self, position, told):
        for kept in self.kept.get(position, ()):
            if kept["source"] == self.source:
                self.met += 1
                if kept["hash"] != told:
                    self.fault = "position %d was %s at an earlier reading and is %s now: the journal was written anew" % (
                        position, kept["hash"], told)
        checkpoint = self.signed.get(position)
        if checkpoint and (checkpoint["hash"] != told or checkpoint["source"] != self.source
                           or checkpoint["entries"] != position):
            self.fault = "position %d is not what %s signed at %s: the journal was written anew" % (
                position, checkpoint["source"], checkpoint["signedAt"])

    def close(self):
        if self.fault:
            return
        if self.end is not None and self.position < self.end:
            self.fault = "the journal ends at %d, before the checkpoint at %d" % (self.position, self.end)
            return
        if self.end is None and self.signed and max(self.signed) > self.position:
            self.fault = "%d entries were signed for, and the journal ends at %d" % (max(self.signed), self.position)
            return
        for position, several in self.kept.items():
            for kept in several:
                if self.end is None and (position > self.position and kept["source"] == self.source
                                         or not self.position and position):
                    self.fault = "an earlier reading of %s went up to %d, and the journal ends at %d" % (
                        kept["source"], position, self.position)


def get(address):
    request = urllib.request.Request(address, headers={"Accept": "application/json"})
    if os.environ.get("TOKEN"):
        request.add_header("Authorization", "Bearer " + os.environ["TOKEN"])
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode("utf-8")


def read_url(url, chain):
    while not chain.is_over():
        before = chain.position
        page = get("%s%safter=%d&limit=%d" % (url, "&" if "?" in url else "?", before, PAGE))
        for entry in entries_of(page):
            if not chain.is_over():
                chain.take(entry)
        if chain.position == before:
            return


def get_checkpoints(url):
    pages, after = [], 0
    while True:
        page = get("%s/checkpoints?after=%d&limit=%d" % (url, after, PAGE))
        found = json.loads(page)["checkpoints"]
        pages.append(page)
        if not found:
            return "".join(pages)
        after = found[-1]["position"]


def entries_of_file(file):
    """Line by line while each line is whole; a document over several lines is read at once."""
    is_first = True
    for line in file:
        try:
            entries = list(entries_of(line))
        except (Unusable, ValueError, IndexError):
            if not is_first:
                raise
            entries = entries_of(line + file.read())
        yield from entries
        is_first = is_first and not line.strip()


def read_files(names, chain):
    for name in names:
        file = open(0 if name == "-" else name, encoding="utf-8", newline="\n", closefd=name != "-")
        with file:
            for entry in entries_of_file(file):
                chain.take(entry)
                if chain.is_over():
                    return


def read_text(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def parsed():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], epilog="See the head of this file, and docs/feed.md.")
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--url")
    parser.add_argument("--checkpoints", metavar="FILE")
    parser.add_argument("--signed", metavar="FILE", nargs="?", const="")
    parser.add_argument("--keys", metavar="FILE")
    parser.add_argument("--between", metavar=("A", "B"), nargs=2, type=int)
    parser.add_argument("--save", metavar="FILE")
    options = parser.parse_args()
    if bool(options.files) == bool(options.url):
        parser.error("give files or --url")
    if options.between and options.signed is None:
        parser.error("--between is between checkpoints of --signed")
    if options.signed is not None and options.files and not (options.signed and options.keys):
        parser.error("files need --signed FILE and --keys FILE")
    return options


def signed_of(options):
    if options.signed is None:
        return {}
    journal = options.url.split("?")[0].rsplit("/", 1)[0] + "/journal" if options.url else None
    keys = public_keys(read_text(options.keys) if options.keys else get(journal + "/keys"))
    return signed_checkpoints(read_text(options.signed) if options.signed else get_checkpoints(journal), keys)


def chain_of(options, kept, signed, save):
    if not options.between:
        return Chain(kept, signed, save=save)
    first, last = options.between
    if not first < last or first not in signed or last not in signed:
        raise Unusable("there are no two checkpoints at %d and %d" % (first, last))
    return Chain(kept, signed, begin=signed[first], end=last, save=save)


def main():
    options = parsed()
    kept = []
    if options.checkpoints and os.path.exists(options.checkpoints):
        kept = json.loads(read_text(options.checkpoints))
    try:
        signed = signed_of(options)
        save = open(options.save, "w", encoding="utf-8", newline="\n") if options.save else None
        chain = chain_of(options, kept, signed, save)
        if options.url:
            read_url(options.url, chain)
        else:
            read_files(options.files, chain)
        chain.close()
        if save:
            save.close()
        if chain.fault:
            raise DoesNotHold(chain.fault)
    except DoesNotHold as fault:
        print("DOES NOT HOLD: %s" % fault)
        return 1
    print("holds: %d entries of %s, head %d %s%s%s" % (
        chain.position - chain.begin, chain.source, chain.position, chain.head.hex(),
        ", %d earlier reading(s) met" % chain.met if kept else "",
        ", %d signed checkpoint(s), the last at %d%s" % (
            len(signed), max(signed, default=0), "" if options.keys else " by keys of the service's own list")
        if options.signed is not None else ""))
    head = {"source": chain.source, "position": chain.position, "hash": chain.head.hex()}
    if options.checkpoints and chain.position and head not in kept and not options.between:
        with open(options.checkpoints, "w", encoding="utf-8") as file:
            json.dump(kept + [head], file, indent=1)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Unusable, ValueError, IndexError, KeyError, TypeError, OSError, urllib.error.URLError) as problem:
        print("unusable: %s: %s" % (type(problem).__name__, problem), file=sys.stderr)
        sys.exit(2)
