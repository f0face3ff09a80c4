#!/usr/bin/env python3
"""Checks receipts of the compliance service: recomputes the hash and every numeric finding from what stands in the receipt alone.

    python3 receipt.py FILE...      each file one receipt, or one a line, as GET /v1/evaluations/{id}/receipt gives them ("-" is
                                    standard input; a name that ends in .gz is unpacked)

Exit 0 and one line of what was checked, 1 and every disagreement, 2 when what is given is no receipt. Needs Python 3.8 or newer and its
standard library, and shares no code with the service.

What holds of a sound receipt:
- its hash is SHA-256 over its names and values, one to a line, JSON exactly as stored;
- each line's amount is quantity times unit price, half a cent up;
- every rule below that was in force then has a finding;
- NSP limits, public works and bonds, price ceilings, order limits, subtotals, back-dating, and of payments the clock, the penalty
  and the withholds have the verdict, the numbers and the lines that its facts and figures give; amounts and days in their words
  and remedies are the same;
- a finding blocks when its rule blocks and nobody's word answers it, and the decision is what the findings say.
"""
import datetime, gzip, hashlib, json, re, sys
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

ORDER = ("evaluationId", "orderId", "documentVersion", "agencyId", "agencyOrderNumber", "amendmentNumber", "decision", "evaluatedAt",
         "ruleSetVersion", "asOf", "facts", "findings")
PAYMENT = ("subject", "decision", "judgedOn", "ruleSetVersion", "facts", "findings")
TOKEN = re.compile(r"(?<![\w.-])-?\d+\.\d\d+(?![\w-])|(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
CENT = Decimal("0.01")
ZERO = Decimal(0)
FIRST_AWARDS, EDITION = "1995-01-01", "2019-08-01"
day = datetime.date.fromisoformat

def figure(value):
    """A figure of a receipt. One of no order is refused at once: 1E+999999999 in plain digits would fill the memory."""
    number = Decimal("NaN" if isinstance(value, bool) else value)
    if not number.is_finite() or abs(number.as_tuple().exponent) > 20 or len(number.as_tuple().digits) > 28:
        raise ValueError("%.40r is no figure" % (value,))
    return number

def usd(value):
    """In plain digits, two places at least and no zeros beyond them."""
    shortest = value.normalize()
    return format(shortest.quantize(CENT) if shortest.as_tuple().exponent > -2 else shortest, "f")

shown = lambda value: usd(value) if isinstance(value, Decimal) else str(value)
cents = lambda value, rounding: value.quantize(CENT, rounding)

def found(verdict, words=(), lines=(), remedy=None, **numbers):
    """What a rule finds: amounts and days in the order of its words, its lines, those of its remedy, and its numbers by name."""
    return {"verdict": verdict, "words": [shown(w) for w in words], "lineIds": [line["lineId"] for line in lines],
            "remedy": None if remedy is None else [shown(r) for r in remedy], "numbers": {n: shown(v) for n, v in numbers.items()}}

class Facts:
    def __init__(self, facts):
        self.all, self.order = facts, facts.get("order")
        self.parameters = facts["parameters"] if self.order else facts["arrival"]["figures"]
        self.figures = {p["name"]: figure(p["value"]) for p in reversed(self.parameters)}
        if not self.order:
            self.day = min(d for d in (facts["clock"]["invoiceReceivedOn"], facts["payment"]["paidOn"],
                                       facts["arrival"]["receivedOn"]) if d)
            self.line_ids = [line["lineId"] for line in facts["bill"]["lines"] or ()]
            return
        self.lines = self.order["lines"]
        self.line_ids = [line["lineId"] for line in self.lines]
        for line in self.lines:
            line["worth"] = figure(line["amount"])
        self.day = self.order["amendmentDate"] or self.order["orderDate"]
        self.total = self.sum(self.lines)
        self.grand = self.total + figure(self.order["tax"]) + figure(self.order["freight"])
        self.nsp = [line for line in self.lines if line["nsp"]]
        self.works = [line for line in self.lines if line["publicWorks"]]
        self.products = self.sum(p for p in self.lines if not p["publicWorks"] and p["kind"] in ("GOODS", "SOFTWARE"))
        self.cmas = list(dict.fromkeys(line["cmas"] for line in self.lines if line["cmas"]))
        self.told = self.order.get("statements") or {}
        self.state_limits = [figure(c["agreement"]["stateOrderLimit"]) for c in facts["agreements"]
                             if c["agreement"] and c["agreement"].get("stateOrderLimit")]

    sum = staticmethod(lambda lines: sum((line["worth"] for line in lines), ZERO))
    on = lambda self, cmas: [line for line in self.lines if line["cmas"] == cmas]

    def particulars(self, part):
        return (self.told.get("particulars") or {}).get(part) or {}

    def agency_class(self):
        agency = self.all["agency"] if self.order else None
        return self.all["buyer"] if not self.order else agency and ("STATE" if agency["type"] == "STATE_DEPARTMENT" else "LOCAL")

    def each_cmas(self, passing, judge):
        """The troubles of lines without a readable number, and of every CMAS; the pass when there is none."""
        troubles = [found("UNDETERMINED", (), self.on(None), ())] if self.on(None) else []
        for cited in self.all["agreements"]:
            days = [] if cited.get("newsWaiting") else [cited["citedOn"]]
            troubles += judge(cited, cited["agreement"]) if cited["agreement"] else [
                found("UNDETERMINED", days, self.on(cited["cmas"]), ())]
        return troubles or [passing]

# Of each rule: what it finds, one by one; what it returns in place of that is why it does not apply.

def nsp_limit(f, total):
    cap = min(cents(total * f.figures["NSP_HIGH_SHARE"], ROUND_DOWN), f.figures["NSP_HIGH_LIMIT"])
    return f.figures["NSP_LOW_LIMIT"] if total <= f.figures["NSP_TIER_BORDER"] else cap

def nsp_less(f, nsp, total):
    """The least by which NSP is lowered to be allowed; the total shrinks with it."""
    border, share = f.figures["NSP_TIER_BORDER"], f.figures["NSP_HIGH_SHARE"]
    less = max(nsp - f.figures["NSP_HIGH_LIMIT"], cents((nsp - total * share) / (1 - share), ROUND_CEILING))
    less += next(cent * CENT for cent in range(100) if total <= border or total - less - cent * CENT <= border
                 or nsp - less - cent * CENT <= nsp_limit(f, total - less - cent * CENT))
    return nsp - f.figures["NSP_LOW_LIMIT"] if total <= border or total - less <= border else less

def nsp_dollars(f, version, low_tier):
    border = f.figures.get("NSP_TIER_BORDER")
    if not f.nsp:
        return []
    if border is not None and (f.total <= border) != low_tier:
        return [border]
    yield None
    nsp, limit, other = f.sum(f.nsp), nsp_limit(f, f.total), nsp_limit(f, f.grand)
    fails, warns = nsp > limit, (nsp > limit) != (nsp > other)
    numbers = dict(nspTotal=nsp, orderTotal=f.total, limit=limit)
    if fails and not (warns and version == 1 and not low_tier):
        yield found("FAIL", [nsp, nsp - limit, limit], f.nsp, [nsp_less(f, nsp, f.total)], **numbers)
    elif not (warns and version == 1 and not low_tier):
        yield found("PASS", [nsp, limit, limit - nsp], **numbers)
    if warns:
        yield found("WARN", [f.grand, other], orderTotalWithTaxAndFreight=f.grand, limitWithTaxAndFreight=other)

def nsp_tier(f, version):
    if not f.nsp:
        return []
    yield None
    border, priced = f.figures["NSP_TIER_BORDER"], f.total - f.sum(f.nsp)
    yield (found("PASS", [border]) if f.total <= border or priced > border else
           found("WARN", [border, priced], f.nsp, (), orderTotal=f.total, pricedTotal=priced, border=border))

def nsp_works(f, version):
    works, worth = [line for line in f.nsp if line["publicWorks"]], f.sum(f.works)
    if not works:
        return []
    fits = 0 < f.products >= worth
    yield found("PASS" if fits else "FAIL", [worth, f.products], works, None if fits else (),
                nspPublicWorks=f.sum(works), publicWorks=worth, products=f.products)

def incidental(f, version):
    worth, numbers = f.sum(f.works), dict(publicWorks=f.sum(f.works), products=f.products)
    if not f.works:
        return []
    if f.products <= 0 and version > 1:
        yield found("FAIL", [worth], f.works, (), **numbers)
    elif worth > f.products:
        yield found("FAIL", [worth, worth - f.products, f.products], f.works, [worth - f.products], **numbers)
    else:
        yield found("PASS", [worth, f.products], f.works, **numbers)
        yield found("NEEDS_ATTESTATION", (), f.works, ())

def bond_trigger(f, version):
    if not f.works:
        return []
    yield None
    worth, most = f.sum(f.works), f.figures["PW_BOND_TRIGGER"]
    yield (found("PASS", [worth, most], f.works, publicWorks=worth, withoutBondUpTo=most) if worth <= most else
           found("WARN", [worth, most], f.works, [f.total], bondAtLeast=f.total, publicWorks=worth, withoutBondUpTo=most))

def bond_amount(f, version):
    worth, trigger, bond = f.sum(f.works), f.figures.get("PW_BOND_TRIGGER"), f.particulars("publicWorks").get("bond")
    if not f.works or trigger is not None and worth <= trigger:
        return [worth] if f.works else []
    yield None
    if not bond:
        yield found("WARN", [f.total], (), (), bondAtLeast=f.total)
        return
    bond = figure(bond["sum"])
    numbers = dict(bond=bond, bondAtLeast=f.total)
    yield (found("FAIL", [bond, f.total], (), [f.total - bond], **numbers) if bond < f.total else
           found("WARN", [bond, f.grand], (), [f.grand - bond], **numbers) if bond < f.grand else
           found("PASS", [bond, f.grand], **numbers))

def ceiling(f, version):
    listed = [line for line in f.lines if not line["nsp"] and line["kind"] != "TRAVEL"]
    if not listed:
        return []
    troubles = [found("UNDETERMINED", (), f.on(None), ())] if f.on(None) else []
    listings = {listing["lineId"]: listing for listing in reversed(f.all["listings"])}
    for line in listed:
        if line["cmas"]:
            troubles += line_ceiling(line, listings.get(line["lineId"], {"list": "NONE", "candidates": []}), version)
    yield from troubles or [found("PASS")]

def line_ceiling(line, listing, version):
    price, items = figure(line["unitPrice"]), listing["candidates"]
    same_unit = [item["unit"].strip().lower() == line["unit"].strip().lower() for item in items]
    if listing["list"] != "COMPLETE":
        return [found("UNDETERMINED", [line["pricedOn"]], [line], ())]
    tops = [min(figure(item["price"]), figure(item["basePrice"] or item["price"])) for item in items]
    at = next((i for i, item in enumerate(items) if item["itemId"] == line["itemId"]), None)
    if at is None:
        if not items and version > 1:
            return [found("FAIL", [line["pricedOn"]], [line], ())]
        if version > 1 and price > max(tops) and all(same_unit):
            return [found("FAIL", [price, max(tops)], [line], (), unitPrice=price, ceiling=max(tops))]
        return [found("UNDETERMINED", (), [line], ())]
    top, own = tops[at], figure(items[at]["price"])
    if not same_unit[at]:
        return [found("UNDETERMINED", (), [line], ())]
    if price > top:
        return [found("FAIL", [price, price - top, top], [line], [top], unitPrice=price, ceiling=top, cmasPrice=own, excess=price - top)]
    if items[at]["basePrice"] is None and version > 1:
        return [found("UNDETERMINED", [own], [line], (), unitPrice=price, cmasPrice=own)]
    return []

def state_limit(f, version, of_several):
    if (len(f.cmas) > 1) != of_several:
        return []
    yield None

    def judge(cited, agreement):
        if agreement.get("stateOrderLimit") is None:
            return [found("UNDETERMINED", (), (), ())]
        limit = figure(agreement["stateOrderLimit"])
        if f.total <= limit or of_several and limit > min(f.state_limits):
            return []
        return [found("FAIL", [f.total, limit], (), [f.total - limit], total=f.total, limit=limit, excess=f.total - limit)]
    yield from f.each_cmas(found("PASS", [f.total], total=f.total), judge)

def local_limit(f, version):
    agency, lowest = f.all["agency"], min(f.state_limits, default=None)
    if agency and agency["orderLimit"] is None:
        return [] if lowest is None else [lowest]
    yield None
    limit, over = figure(agency["orderLimit"]), f.total > figure(agency["orderLimit"])
    numbers = dict({"excess": f.total - limit} if over else {}, total=f.total, limit=limit)
    if version > 1 and agency.get("policyFrom"):
        numbers["policyFrom"] = agency["policyFrom"]
    if lowest is not None:
        numbers["stateOrderLimitForInformation"] = lowest
    verdict = ("WARN" if agency["overLimit"] == "WARN" else "FAIL") if over else "PASS"
    yield found(verdict, [f.total, limit], (), [f.total - limit] if over else None, **numbers)

def subtotals(f, version):
    subs, troubles = f.order["subOrders"], []
    if not subs and len(f.cmas) < 2:
        return []
    for cmas in f.cmas if version > 1 else ():
        if cmas not in [sub["cmas"] for sub in subs]:
            troubles.append(found("FAIL", (), f.on(cmas), [f.sum(f.on(cmas))]))
    for sub in subs:
        said, right = figure(sub["subtotalExcludingTax"]), f.sum(f.on(sub["cmas"]))
        if said != right:
            troubles.append(found("FAIL", [said, right], f.on(sub["cmas"]), [right],
                                  subtotal=said, sumOfLines=right, difference=said - right))
    yield from troubles or [found("PASS")]

def issued(f, version):
    yield None

    def judge(cited, agreement):
        on, end = cited["citedOn"], agreement["termEnd"]
        return [found("FAIL", [on, end], f.on(cited["cmas"]), [end], issuedOn=on, termEnd=end)] if on > end else []
    yield from f.each_cmas(found("PASS"), judge)
    days, most = abs((day(f.day) - day(f.all["receivedOn"])).days), f.figures["BACK_DATING_DAYS"]
    if days > most:
        yield found("WARN", [f.day, f.all["receivedOn"]], (), (), days=days, daysWithoutWarning=format(most, "f"))

def clock(f):
    """Day 0 of a payment, and its last day; that is None while a dispute is open."""
    told, days = f.all["clock"], f.figures.get("PROMPT_PAYMENT_DAYS")
    disputes = sorted(told["disputes"], key=lambda d: d["from"])
    if not told["acceptedOn"] or not told["invoiceReceivedOn"]:
        return None, None
    start = max([told["acceptedOn"], told["invoiceReceivedOn"]]
                + [d["correctedInvoiceReceivedOn"] for d in disputes if d["correctedInvoiceReceivedOn"]])
    if days is None:
        return start, None
    due, counted = day(start) + datetime.timedelta(days=int(days)), day(start)
    for dispute in disputes:
        ends = [d for d in (dispute["until"], dispute["correctedInvoiceReceivedOn"]) if d]
        begins, end = max(day(dispute["from"]), counted), day(min(ends)) if ends else datetime.date.max
        if begins > due or end <= begins:
            continue
        if not ends:
            return start, None
        due, counted = due + (end - begins), end
    return start, due

def paid_when_due(f, version):
    yield None
    (start, due), paid = clock(f), f.all["payment"]["paidOn"]
    if start is None:
        yield found("UNDETERMINED", (), (), ())
    elif due is None:
        yield found("PASS", (), clockStartedOn=start, paidOn=paid)
    else:
        late = (day(paid) - due).days
        numbers = dict(dueOn=due, clockStartedOn=start, paidOn=paid) if late <= 0 else dict(
            dueOn=due, daysLate=late, clockStartedOn=start, paidOn=paid)
        yield found("WARN" if late > 0 else "PASS", [paid, due], (), () if late > 0 else None, **numbers)

def penalty(f, version):
    (start, due), paid, small = clock(f), f.all["payment"]["paidOn"], f.all["payment"]["toSmallBusiness"]
    if "PROMPT_PAYMENT_DAYS" in f.figures and start and not due:
        return []
    if due and day(paid) <= due:
        return [paid, due]
    yield None
    if due is None or small is None:
        yield found("UNDETERMINED", (), (), ())
        return
    late, first = (day(paid) - due).days, due + datetime.timedelta(days=1)
    fiscal = lambda d: d.year - (d.month < 7)
    name = "PENALTY_RATE_SMALL_BUSINESS" if small else "PENALTY_RATE_OTHERS"
    waived = f.figures["PENALTY_WAIVED_SMALL_BUSINESS" if small else "PENALTY_WAIVED_OTHERS"]
    rate = next((p["value"] for p in f.parameters if p["name"] == name and fiscal(day(p["validFrom"])) == fiscal(first)), None)
    if rate is None or fiscal(day(paid)) > fiscal(first):
        yield found("UNDETERMINED", (), (), (), daysLate=late, waivedUpTo=waived)
        return
    sum_ = cents(figure(f.all["payment"]["amount"]) * rate * late / 365, ROUND_HALF_UP)
    yield found("WARN", [format(rate, "f"), sum_], daysLate=late, rate=format(rate, "f"), waivedUpTo=waived,
                penalty=sum_ if sum_ > waived else ZERO)

class Withholding:
    def __init__(self, f):
        p, contract, paid = f.all["progress"], f.all["progress"]["contract"], f.all["payment"]["paidOn"]
        self.contract, self.tasks, self.kind = contract, p["tasks"], contract["kind"]
        usual, risk = f.figures["PP_WITHHOLD_SHARE"], p["risk"] or {}
        self.price, chosen = figure(contract["price"]), risk.get("withholdShare")
        large = f.figures.get("PP_RISK_LARGE_PRICE")
        lowest = None if large is None else f.figures.get("PP_RISK_SHARE_LARGE" if self.price >= large else "PP_RISK_SHARE_SMALL")
        allowed = (chosen is not None and lowest is not None and self.kind == "IT_SPECIAL" and risk["decidedOn"] <= paid
                   and lowest <= chosen < usual)
        self.share = chosen if allowed else usual
        self.is_released = lambda task: task["separateAndDistinct"] is True and task["complete"]
        self.released = sum((figure(t["amount"]) for t in self.tasks if self.is_released(t) and self.kind == "NON_IT_SERVICES"), ZERO)
        self.paid = figure(p["paidBefore"]) + figure(f.all["payment"]["amount"])
        self.withheld = figure(p["withheldBefore"]) + figure(p["withheldNow"])
        self.accepted = bool(contract["finallyAcceptedOn"]) and contract["finallyAcceptedOn"] <= paid
        self.least, self.least_so_far = self.part(self.price - self.released), self.part(self.paid + self.withheld - self.released)
        self.most = self.price - self.least

    def part(self, base):
        return ZERO if self.accepted or base < 0 else cents(base * self.share, ROUND_UP)

    def of_price(self, **more):
        over, numbers = self.paid - self.most, dict(price=self.price, paid=self.paid, withholdAtLeast=self.least, payAtMost=self.most)
        words = [self.paid, self.most, self.price] + ([] if self.accepted else [self.least])
        return (found("FAIL", words, (), [over], excess=over, **numbers, **more) if over > 0 else found("PASS", words, **numbers, **more))

def withheld(f, version, kind=None):
    """The withhold of one kind of order, or of any (PP-WITHHOLD-BASE)."""
    progress = f.all["progress"]
    if progress is None or kind and progress["contract"]["kind"] != kind:
        return []
    accepted = progress["contract"]["finallyAcceptedOn"]
    if not kind and accepted and accepted <= f.all["payment"]["paidOn"]:
        return []
    yield None
    of = Withholding(f)
    if not kind:
        behind = of.least_so_far - of.withheld
        words, numbers = [of.paid + of.withheld, of.withheld, of.least_so_far], dict(
            earned=of.paid + of.withheld, withheld=of.withheld, withholdAtLeast=of.least_so_far, payAtMost=of.most)
        yield (of.of_price() if of.paid > of.most else found("PASS", words, **numbers) if behind <= 0 else
               found("WARN", words, (), [behind], behind=behind, **numbers))
    elif kind == "IT_SPECIAL":
        yield of.of_price(share=format(of.share, "f"))
    elif kind == "GOODS_SPECIAL":
        yield of.of_price()
        share, bond = f.figures["PP_BOND_SHARE"], of.contract["performanceBond"]
        least, of_price = cents(figure(of.contract["total"]) * share, ROUND_UP), cents(of.price * share, ROUND_UP)
        if bond is None:
            yield found("UNDETERMINED", (), (), [ZERO], bondAtLeast=least)
        else:
            bond = figure(bond)
            verdict = "PASS" if bond >= least else "WARN" if bond >= of_price else "FAIL"
            yield found(verdict, [bond, least], (), None if bond >= least else [least - bond, least], bond=bond, bondAtLeast=least)
    else:
        yield of.of_price(released=of.released)
        for task in of.tasks:
            worth, paid = figure(task["amount"]), None if task["paid"] is None else figure(task["paid"])
            most = worth if of.accepted or of.is_released(task) else worth - cents(worth * of.share, ROUND_UP)
            if paid is not None and paid > most:
                yield found("FAIL", [worth, paid, most], (), [paid - most],
                            task=task["taskId"], paid=paid, payAtMost=most, excess=paid - most)

# By rule: its function, whom it binds (S, L or both), whether it blocks, its figures, and the versions that are known here.
NSP = ("NSP_TIER_BORDER", "NSP_LOW_LIMIT", "NSP_HIGH_SHARE", "NSP_HIGH_LIMIT")
RULES = {
    "NSP-DOLLAR-LOW": (lambda f, v: nsp_dollars(f, v, True), "", True, NSP, (1, 2)),
    "NSP-DOLLAR-HIGH": (lambda f, v: nsp_dollars(f, v, False), "", True, NSP, (1, 2)),
    "NSP-TIER-BY-NSP": (nsp_tier, "", False, NSP[:1], (1, 2)),
    "NSP-EXCL-PW": (nsp_works, "", True, (), (1,)),
    "PW-INCIDENTAL": (incidental, "", True, (), (1, 2)),
    "PW-BOND-TRIGGER": (bond_trigger, "", False, ("PW_BOND_TRIGGER",), (1,)),
    "PW-BOND-AMOUNT": (bond_amount, "", True, ("PW_BOND_TRIGGER",), (1,)),
    "CON-PRICE-CEILING": (ceiling, "", True, (), (1, 2)),
    "ORD-LIMIT-STATE": (lambda f, v: state_limit(f, v, False), "S", True, (), (1, 2)),
    "MULTI-TOTAL-LIMIT": (lambda f, v: state_limit(f, v, True), "S", True, (), (1, 2)),
    "ORD-LIMIT-LOCAL": (local_limit, "L", True, (), (1, 2)),
    "MULTI-SUBTOTAL-NO-TAX": (subtotals, "", True, (), (1, 2)),
    "ORD-ISSUE-BEFORE-EXPIRY": (issued, "", True, ("BACK_DATING_DAYS",), (1, 2)),
    "PAY-45-DAYS": (paid_when_due, "S", False, ("PROMPT_PAYMENT_DAYS",), (1,)),
    "PAY-PENALTY": (penalty, "S", False, ("PENALTY_WAIVED_SMALL_BUSINESS", "PENALTY_WAIVED_OTHERS"), (1,)),
    "PP-IT-SPECIAL": (lambda f, v: withheld(f, v, "IT_SPECIAL"), "", True, ("PP_WITHHOLD_SHARE",), (1,)),
    "PP-GOODS-SPECIAL": (lambda f, v: withheld(f, v, "GOODS_SPECIAL"), "", True, ("PP_WITHHOLD_SHARE", "PP_BOND_SHARE"), (1,)),
    "PP-NONIT-SERVICES": (lambda f, v: withheld(f, v, "NON_IT_SERVICES"), "", True, ("PP_WITHHOLD_SHARE",), (1,)),
    "PP-WITHHOLD-BASE": (withheld, "", True, ("PP_WITHHOLD_SHARE",), (1,)),
}

def expected(f, rule, version):
    """What the rule finds on those facts: first whether it binds and applies, then whether buyer and figures are known, then the rest."""
    ask, binds, _, figures, versions = RULES[rule]
    whose, findings, asked = f.agency_class(), [], ask(f, version)
    if version == 1 and 2 in versions and f.order["orderDate"] < FIRST_AWARDS:
        return [found("NOT_APPLICABLE", [FIRST_AWARDS])]
    if binds and whose and whose[0] != binds:
        return [found("NOT_APPLICABLE")]
    unknown = [found("UNDETERMINED", (), (), ())] if binds and not whose else [
        found("UNDETERMINED", [f.day], (), ()) for name in figures if name not in f.figures]
    while True:
        try:
            one = next(asked)
        except StopIteration as end:
            return findings or [found("NOT_APPLICABLE", end.value)]
        if unknown:
            return unknown
        findings += [one] if one else []

def differs(f, rule, wanted, got):
    """What of a finding is not as it should be; its words may go on with who attested, or that the text is a reading."""
    stops = wanted["verdict"] in ("FAIL", "NEEDS_ATTESTATION", "UNDETERMINED")
    answered = wanted["verdict"] in ("NEEDS_ATTESTATION", "UNDETERMINED") and " Attested by " in got["message"]
    blocks = RULES[rule][2] and stops and not answered
    remedy = None if answered else wanted["remedy"]
    tokens = lambda text: None if text is None else [t for t in TOKEN.findall(text) if t not in f.line_ids]
    for name, right, there in (
            ("verdict", wanted["verdict"], got["verdict"]),
            ("blocking", blocks, got["blocking"]),
            ("numbers", list(wanted["numbers"].items()), list(got["numbers"].items())),
            ("lines", wanted["lineIds"], got["lineIds"]),
            ("words", wanted["words"], [t for n, t in enumerate(tokens(got["message"])) if n < len(wanted["words"]) or t not in f.text]),
            ("remedy", remedy, tokens(got["remedy"]))):
        if right != there:
            yield "%s says %s %s and should say %s" % (rule, name, json.dumps(there), json.dumps(right))

def faults(receipt):
    """Every disagreement with a receipt."""
    names = PAYMENT if receipt.get("subject") == "PAYMENT" else ORDER
    text = "receipt: 1\n" + "".join("%s: %s\n" % (name, receipt[name]) for name in names)
    if hashlib.sha256(text.encode()).hexdigest() != receipt["receiptHash"]:
        yield "its hash is not that of what stands in it"
    facts = Facts(json.loads(receipt["facts"], parse_float=figure, parse_int=figure, parse_constant=figure))
    findings = json.loads(receipt["findings"])
    facts.text = receipt["facts"] + EDITION
    for line in facts.lines + (facts.all["issuedBefore"] or {"lines": []})["lines"] if facts.order else ():
        if cents(figure(line["quantity"]) * figure(line["unitPrice"]), ROUND_HALF_UP) != figure(line["amount"]):
            yield "line %s: its amount is not its quantity times its unit price" % line["lineId"]
    told, later = {found["ruleId"] for found in findings}, any(found["ruleVersion"] > 1 for found in findings)
    for rule, (_, _, _, _, versions) in RULES.items():
        if rule.startswith(("PAY-", "PP-")) == (not facts.order) and (later or not facts.order or 2 in versions) and rule not in told:
            yield "%s has no finding, and silence is no pass" % rule
    for rule in dict.fromkeys(found["ruleId"] for found in findings):
        made = [found for found in findings if found["ruleId"] == rule]
        version = made[0]["ruleVersion"]
        if rule in RULES and version not in RULES[rule][4]:
            yield "%s: version %d is not known to this checker" % (rule, version)
        elif rule in RULES:
            right = expected(facts, rule, version)
            if len(right) != len(made):
                yield "%s finds %d and should find %d" % (rule, len(made), len(right))
            for wanted, got in zip(right, made):
                yield from differs(facts, rule, wanted, got)
    if receipt["decision"] != ("RETURN" if any(found["blocking"] for found in findings) else "ISSUE"):
        yield "its decision is not what its findings say"

def receipts(name):
    with (gzip.open if name.endswith(".gz") else open)(0 if name == "-" else name, "rt", encoding="utf-8") as file:
        text = file.read()
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.split("\n") if line.strip()] or json.loads(text)

def main(names):
    if not names:
        return print(__doc__) or 2
    count = wrong = 0
    for name in names:
        try:
            for receipt in receipts(name):
                count += 1
                for fault in faults(receipt):
                    wrong += 1
                    print("DISAGREES: receipt %d of %s (%s): %s" % (count, name, receipt.get("evaluationId", "payment"), fault))
        except Exception as unusable:
            print("NO RECEIPT: number %d of %s: %r" % (count, name, unusable))
            return 2
    print("%d receipt(s): %s" % (count, "%d disagreement(s)" % wrong if wrong else "hash and figures agree"))
    return 1 if wrong else 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
