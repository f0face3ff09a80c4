#!/usr/bin/env python3
"""Writes the data dictionary of the four journals as CSV: what each field of each event is, from the schemas of the events.

Needs Python 3.8 or newer and nothing else. Nothing of it is kept, so it cannot be out of date: it is made from the schemas that
each build compares the published events with.

  data_dictionary.py [--root FOLDER] > dictionary.csv
"""
import argparse
import csv
import glob
import json
import os
import sys

SERVICES = ("contract-registry-service", "order-service", "compliance-service", "fee-reporting-service")
EVENTS = "src/main/resources/events"
WORDS = ("%s/src/main/resources/openapi/descriptions*.properties", "cmas-terms/src/main/resources/openapi/*.properties",
         "order-body/src/main/resources/openapi/*.properties")
# What stands beside the data of every entry; docs/feed.md says how it is hashed.
ENTRY = (
    ("position", "integer", "Its place in the service's journal, counted from 1 without a gap"),
    ("hash", "string", "SHA-256 over the hash before it, the position and this entry, hexadecimal"),
    ("id", "string uuid", "The event's id, the same wherever it is told"),
    ("type", "string", "What happened, with its version"),
    ("source", "string", "The service in which it happened"),
    ("topic", "string", "The topic on which other services are told"),
    ("subject", "string", "The id of the object to which it happened"),
    ("aggregateVersion", "integer", "Counts the events of the object on its topic from 1"),
    ("time", "string date-time", "When it was recorded, UTC"),
    ("actor", "string", "Who did it: the sub of the token, or the service that acted by itself"),
    ("onBehalfOf", "string", "The agency or contractor acted for; absent where there is none"),
    ("requestId", "string", "The HTTP request in which it was done, or to which it goes back; absent where there is none"),
    ("traceParent", "string", "The trace it belongs to; absent where nothing is traced"),
)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def words(root, service):
    """What the service's API says of a field of that name."""
    found = {}
    for pattern in WORDS:
        for path in sorted(glob.glob(os.path.join(root, pattern % service if "%s" in pattern else pattern))):
            with open(path, encoding="utf-8") as file:
                for line in file:
                    name, equals, text = line.strip().partition("=")
                    if equals and not name.startswith("#"):
                        found.setdefault(name.strip(), text.strip())
    for name in list(found):
        found.setdefault(name.rpartition(".")[2], found[name])
    return found


class Schemas:
    """The schemas of one service's events, with what they refer to."""

    def __init__(self, folder, meanings):
        self.folder = folder
        self.meanings = meanings
        self.read = {}

    def resolve(self, reference, document):
        name, _, pointer = reference.partition("#")
        if name:
            document = self.read.setdefault(name, read_json(os.path.join(self.folder, name)))
        node = document
        for step in pointer.split("/")[1:]:
            node = node[step.replace("~1", "/").replace("~0", "~")]
        return node, document

    def fields(self, node, document, path="", seen=()):
        """Each field beneath: (path, its type, whether it is always there, its meaning)."""
        if "$ref" in node:
            if node["$ref"] in seen:
                return
            target, owner = self.resolve(node["$ref"], document)
            yield from self.fields(target, owner, path, seen + (node["$ref"],))
        for part in ("allOf", "anyOf", "oneOf"):
            for one in node.get(part, ()):
                yield from self.fields(one, document, path, seen)
        if isinstance(node.get("items"), dict):
            yield from self.fields(node["items"], document, path + "[]", seen)
        if isinstance(node.get("additionalProperties"), dict):
            yield from self.fields(node["additionalProperties"], document, path + ".*", seen)
        for name, field in node.get("properties", {}).items():
            place = (path + "." if path else "") + name
            if isinstance(field, dict):
                required = name in node.get("required", ())
                yield place, self.type_of(field, document), required, self.meaning(field, document, name)
                yield from self.fields(field, document, place, seen)

    def type_of(self, field, document):
        if "$ref" in field:
            field, document = self.resolve(field["$ref"], document)
        kind = field.get("type", "")
        kind = " or ".join(kind) if isinstance(kind, list) else kind
        if "enum" in field or "const" in field:
            kind = "one of " + " ".join(str(one) for one in field.get("enum", [field.get("const")]))
        return " ".join(one for one in (kind or "object", field.get("format", "")) if one)

    def meaning(self, field, document, name):
        if "description" in field:
            return field["description"]
        if "$ref" in field:
            target, _ = self.resolve(field["$ref"], document)
            if "description" in target:
                return target["description"]
        return self.meanings.get(name, "")


def rows(root):
    for service in SERVICES:
        for name, kind, meaning in ENTRY:
            yield service, "every entry", name, kind, "yes" if "absent" not in meaning else "no", meaning
        folder = os.path.join(root, service, EVENTS)
        schemas = Schemas(folder, words(root, service))
        for path in sorted(glob.glob(os.path.join(folder, "*.schema.json"))):
            schema = read_json(path)
            event = os.path.basename(path)[:-len(".schema.json")]
            yield service, event, "", "event", "", schema.get("title", schema.get("description", ""))
            told = set()
            for place, kind, required, meaning in schemas.fields(schema, schema):
                if place not in told:
                    told.add(place)
                    yield service, event, "data." + place, kind, "yes" if required else "no", meaning


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    options = parser.parse_args()
    out = csv.writer(sys.stdout, lineterminator="\r\n")
    out.writerow(("service", "event", "field", "type", "always", "meaning"))
    out.writerows(rows(options.root))


if __name__ == "__main__":
    main()
