#!/usr/bin/env python3
"""Verifies the fee proof of a quarterly report: recomputes every cent from the order versions, rates and certificates in it.

    python3 fee_proof.py PROOF.json [--sha256 DIGEST] [--journal FEED...]

Exit 0 and one line of what was verified, or exit 1 and what is wrong. Needs only the standard library and shares no code with the
service. DIGEST is the one that was told when the report was filed (event report.filed.v1, field proofSha256); without it the proof is
checked against itself alone. FEED are pages of GET /v1/feed of the fee service, saved as they came (journal.py proves that they are
whole): with them an order that the proof leaves out is named.

What holds of a sound proof:
- the bytes are exactly {"proof":<body>,"sha256":"<SHA-256 of the body>"};
- what was posted for each order is what the order is worth: the change of each version before tax and freight, at the rate of the order
  date, owed, or waived by a small-business certificate valid on that day, both end days included;
- the lines are what was posted to the report's quarter, and the totals are the sums of the lines, the fee rounded once, half up;
- what the report has of orders that contractors declared, and of which no agency's order was known, is base times rate, and what it
  adds is at the rate of the order date, owed or waived as above; its fee is due with that of the lines;
- the orders have as many postings in the quarter as the ledger had, and, with the journal, exactly those that it tells up to the
  position that the proof names.
"""
import datetime
import decimal
import hashlib
import json
import re
import sys
from decimal import Decimal

FORMAT = "cmas-fee-proof/1"
HEAD = b'{"proof":'
TAIL = re.compile(rb',"sha256":"([0-9a-f]{64})"}\Z')
TAIL_BYTES = 77
AMOUNT = re.compile(r"-?\d{1,40}(\.\d{1,40})?\Z")
WAIVING = ("SB", "MB")
CAUSES = ("ORIGINAL", "AMENDMENT", "REJECTION", "TERMINATION")
CONTEXT = decimal.Context(prec=90, traps=[decimal.InvalidOperation, decimal.Inexact, decimal.Overflow])
ZERO = Decimal(0)


class Broken(Exception):
    """The proof does not hold."""


def require(holds, fault):
    if not holds:
        raise Broken(fault)


def amount(text):
    require(isinstance(text, str) and AMOUNT.match(text), "no amount: %r" % (text,))
    return Decimal(text)


def day(text):
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Broken("no date: %r" % (text,))


def quarter_of(date):
    return "%04d-Q%d" % (date.year, (date.month + 2) // 3)


def unpacked(raw):
    """The proof and its digest; the digest is checked before anything is read."""
    require(raw.startswith(HEAD), "does not begin as a proof does")
    tail = TAIL.search(raw, max(0, len(raw) - TAIL_BYTES))
    require(tail is not None and tail.start() == len(raw) - TAIL_BYTES, "does not end as a proof does")
    body = raw[len(HEAD):tail.start()]
    digest = hashlib.sha256(body).hexdigest()
    require(digest == tail.group(1).decode("ascii"), "the digest is not that of the body")

    def once(pairs):
        names = dict(pairs)
        require(len(names) == len(pairs), "a field is there twice")
        return names

    def no_number(text):
        raise Broken("an amount is written as a number: " + text)

    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=once, parse_float=no_number), digest
    except ValueError as fault:
        raise Broken("the body is no JSON: %s" % fault)


class Rates:
    def __init__(self, rates):
        self.rates = [(day(each["firstOrderDate"]), amount(each["rate"])) for each in rates]
        for before, after in zip(self.rates, self.rates[1:]):
            require(before[0] < after[0], "the rates are not in the order of their dates")
        require(all(each["source"] for each in rates), "a rate has no source")

    def on(self, date):
        found = None
        for first, rate in self.rates:
            if first <= date:
                found = rate
        return found


def is_waived(certificates, date):
    return any(
        each["type"] in WAIVING and day(each["validFrom"]) <= date <= day(each["validThrough"]) for each in certificates
    )


def course(order):
    """What each version of the order adds, before tax and freight."""
    versions = sorted(order["versions"], key=lambda each: (each["documentVersion"], CAUSES.index(each["cause"])))
    require(versions and versions[0]["cause"] == "ORIGINAL", "order %s does not begin with its original" % order["orderId"])
    before = ZERO
    rejected = False
    for version in versions:
        cause = version["cause"]
        after = amount(version["subtotal"])
        if cause == "REJECTION":
            after = ZERO
            rejected = True
        elif cause == "TERMINATION":
            if rejected:
                after = before
        else:
            rejected = False
        yield version, CONTEXT.subtract(after, before)
        before = after


def worth(order, rates, certificates):
    """By version, cause, quarter, rate and treatment, what the order is worth."""
    found = {}
    if order["agencyType"] == "STATE_DEPARTMENT":
        return found
    date = day(order["orderDate"])
    rate, treatment = treatment_on(date, rates, certificates)
    for version, base in course(order):
        if base:
            key = (version["documentVersion"], version["cause"], quarter_of(day(version["effectiveOn"])), rate, treatment)
            found[key] = CONTEXT.add(found.get(key, ZERO), base)
    return found


def check_fee(line, base):
    rate = amount(line["rate"])
    fee = CONTEXT.multiply(base, rate)
    treatment = line["treatment"]
    require(treatment in ("DUE", "WAIVED", "NOT_IN_FORCE"), "an unknown treatment: %s" % treatment)
    require(treatment != "NOT_IN_FORCE" or not rate, "a rate before the first one")
    require(amount(line["fee"]) == (fee if treatment == "DUE" else ZERO), "a fee is not base times rate")
    require(amount(line["feeWaived"]) == (fee if treatment == "WAIVED" else ZERO), "a waived fee is not base times rate")
    return rate


def sums(lines, key_of, base_of):
    found = {}
    for line in lines:
        base = amount(line[base_of])
        rate = check_fee(line, base)
        key = key_of(line) + (line["documentVersion"], line["cause"], line["belongsToQuarter"], rate, line["treatment"])
        found[key] = CONTEXT.add(found.get(key, ZERO), base)
    return {key: base for key, base in found.items() if base}


def treatment_on(date, rates, certificates):
    """The rate of an order of that date and what becomes of its fee."""
    rate = rates.on(date)
    if not rate:  # before the first one, or a rate of zero
        return ZERO, "NOT_IN_FORCE"
    return rate, "WAIVED" if is_waived(certificates, date) else "DUE"


def declared_fee(declared, rates, certificates):
    """The fee of declared orders; what is taken back is at the rate at which it was added."""
    result = ZERO
    for each in declared:
        base = amount(each["base"])
        rate = check_fee(each, base)
        require(
            base < 0 or (rate, each["treatment"]) == treatment_on(day(each["orderDate"]), rates, certificates),
            "a declared order of %s is not at the rate of its date" % each["orderDate"],
        )
        result = CONTEXT.add(result, amount(each["fee"]))
    return result


def check_totals(totals, lines, declared):
    def total(field, treatment=None):
        result = ZERO
        for line in lines:
            if treatment is None or line["treatment"] == treatment:
                result = CONTEXT.add(result, amount(line[field]))
        return result

    exact = total("fee")
    rounded = CONTEXT.add(exact, declared).quantize(Decimal("0.01"), rounding=decimal.ROUND_HALF_UP, context=decimal.Context(prec=90))
    available = amount(totals["creditAvailable"])
    require(available >= 0, "a credit below zero")
    if rounded < 0:
        used, due, carried = ZERO, ZERO, CONTEXT.subtract(available, rounded)
    else:
        used = min(available, rounded)
        due, carried = CONTEXT.subtract(rounded, used), CONTEXT.subtract(available, used)
    require(totals["lineCount"] == len(lines), "lineCount is not the number of lines")
    for field, value in (
        ("totalExcludingTaxAndFreight", total("total")),
        ("salesWaived", total("total", "WAIVED")),
        ("feeWaived", total("feeWaived")),
        ("feeExact", exact),
        ("feeDeclared", declared),
        ("feeRounded", rounded),
        ("creditUsed", used),
        ("feeDue", due),
        ("creditCarriedForward", carried),
    ):
        told = totals.get(field, "0") if field == "feeDeclared" else totals[field]
        require(amount(told) == value, "%s is %s, not %s" % (field, value, told))
    return due


def check_extent(proof, in_quarter, feeds):
    """That no posting of the quarter is left out: by the ledger's own count, and by what its journal told."""
    extent = proof.get("ledger")
    if extent is None:
        require(feeds is None, "is from before the ledger's count was told, so the journal cannot complete it")
        return
    counted = sum(line["postings"] for line in in_quarter)
    require(counted == extent["postings"], "%d postings are proven, and the ledger has %d" % (counted, extent["postings"]))
    if feeds is None:
        return
    told, last, seen = {}, extent["journalPosition"], 0
    for entry in feeds:
        if entry["position"] > last:
            continue
        require(entry["position"] == seen + 1, "the journal does not go on at position %d" % (seen + 1))
        seen = entry["position"]
        require(seen != last or entry["hash"] == extent["journalHash"], "is not of this journal")
        data = entry["data"]
        if entry["type"] == "fee.posted.v1" and (data["cmasNumber"], data["quarter"]) == (proof["cmasNumber"], proof["quarter"]):
            told.setdefault(data["orderId"], []).append(data["postingId"])
    require(seen == last, "the journal was read up to %d only, and the proof needs it up to %d" % (seen, last))
    proven = {}
    for line in in_quarter:
        proven[line["orderId"]] = proven.get(line["orderId"], 0) + line["postings"]
    for order, postings in sorted(told.items()):
        require(order in proven, "order %s was posted to the quarter and is left out" % order)
        require(len(set(postings)) == proven[order], "order %s has other postings in the journal" % order)
    require(len(told) == len(proven), "an order is proven that the journal does not tell")


def entries(names):
    """The entries of pages of a feed, in the order of the files."""
    for name in names:
        with open(name, encoding="utf-8") as file:
            for entry in json.load(file)["events"]:
                yield entry


def verify(raw, expected_digest=None, feeds=None):
    """A sentence of what was verified; raises Broken when the proof does not hold."""
    proof, digest = unpacked(raw)
    require(expected_digest is None or digest == expected_digest, "the digest is not the one that was told")
    try:
        require(proof["format"] == FORMAT, "is no " + FORMAT)
        rates = Rates(proof["rates"])
        quarter = proof["quarter"]
        in_quarter = []
        known = set()
        for order in proof["orders"]:
            require(order["orderId"] not in known, "an order is there twice")
            known.add(order["orderId"])
            posted = sums(order["posted"], lambda line: (), "base")
            require(posted == worth(order, rates, proof["certificates"]), "order %s: what was posted is not its worth" % order["orderId"])
            for line in order["posted"]:
                require(line["quarter"] >= line["belongsToQuarter"], "an amount stands before its own quarter")
                if line["quarter"] == quarter:
                    in_quarter.append(dict(line, orderId=order["orderId"]))
        by_order = lambda line: (line["orderId"],)
        require(
            sums(in_quarter, by_order, "base") == sums(proof["lines"], by_order, "total"),
            "the lines are not what was posted to the quarter",
        )
        check_extent(proof, in_quarter, feeds)
        declared = declared_fee(proof.get("declared", []), rates, proof["certificates"])
        due = check_totals(proof["totals"], proof["lines"], declared)
    except (KeyError, TypeError, AttributeError, ValueError, decimal.DecimalException) as fault:
        raise Broken("a field is missing or of the wrong kind: %r" % fault)
    return "%s %s: %d lines of %d orders verified, fee due %s, sha256 %s" % (
        proof["cmasNumber"], quarter, len(proof["lines"]), len(known), due, digest)


def main(arguments):
    name, digest, feeds = arguments[0] if arguments else None, None, None
    rest = arguments[1:]
    if rest[:1] == ["--sha256"] and len(rest) > 1:
        digest, rest = rest[1], rest[2:]
    if rest[:1] == ["--journal"] and len(rest) > 1:
        feeds, rest = entries(rest[1:]), []
    if name is None or rest:
        print(__doc__)
        return 2
    with open(name, "rb") as file:
        raw = file.read()
    try:
        print(verify(raw, digest, feeds))
        return 0
    except Broken as fault:
        print("NOT VERIFIED: %s" % fault)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
