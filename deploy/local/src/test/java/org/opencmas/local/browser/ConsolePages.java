package org.opencmas.local.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencmas.local.browser.journey.PublicJourney;

/** What is looked at in a browser without a sign-in: every state of every public page, and journeys over several pages. */
final class ConsolePages {
    private static final String LONG = "a".repeat(200);
    private static final List<PageState> STATES = List.of(
            PageState.of("start", "/", "What is bought, or a CMAS number"),
            PageState.of("accessibility (ADA-POLICY, ADA-PHONES)", "/accessibility", "916-376-5127"),
            PageState.of(
                    "the day to ask by (ADA-10-DAYS)", "/accessibility?event=2026-12-11", "Ask by November 25, 2026"),
            new PageState(
                    "a day that is none", "/accessibility?event=%3Cscript%3E", 400, "must be a day such as 2026-11-27"),
            PageState.of("contact card and useful links (SRCH-LINKS)", "/links", "https://www.cdtfa.ca.gov"),
            PageState.of("all agreements", "/agreements", "Search within these results"),
            PageState.of("agreements by words", "/agreements?words=network+engineer", "CivicActions, Inc."),
            PageState.of(
                    "agreements by name, code and kind",
                    "/agreements?contractor=civic&code=D399&kind=IT",
                    "Narrowed to"),
            PageState.of("agreements as of a day", "/agreements?asOf=2001-05-01&local=true", "active on May 1, 2001"),
            PageState.of("a number in the search", "/agreements?words=3-16-70-3298A", "is a CMAS number"),
            PageState.of("nothing found", "/agreements?words=zzzyxqj", "No agreement was found"),
            PageState.of("long words that find nothing", "/agreements?contractor=" + LONG, "No agreement was found"),
            new PageState("words too short", "/agreements?words=a", 400, "too short to search for"),
            new PageState("words too long", "/agreements?words=" + LONG + "b", 400, "takes 200 characters at most"),
            PageState.of("an agreement (SRCH-DETAIL)", "/agreements/3-16-70-3298A", "To copy into Cal eProcure"),
            PageState.of(
                    "an agreement as of a day",
                    "/agreements/4-06-78-0031A?asOf=2022-02-16",
                    "As it is on February 16, 2022"),
            PageState.of("lines of a price list", "/agreements/3-16-70-3298A?find=network+engineer", "106.33"),
            PageState.of(
                    "no line of a price list", "/agreements/3-16-70-3298A?find=zzzyxqj", "No line of the list has it"),
            PageState.of(
                    "the copy of an agreement, part by part",
                    "/agreements/4-06-78-0031A/documents",
                    "2. CMAS terms and conditions"),
            new PageState(
                    "no copy of no agreement", "/agreements/3-99-99-9999A/documents", 404, "There is no agreement"),
            PageState.of(
                    "licences and permits of a contractor",
                    "/contractors/0190a000-0000-7000-8000-00000000c014/qualifications",
                    "Seller's Permit"),
            new PageState("no agreement", "/agreements/3-99-99-9999A", 404, "There is no agreement with this number."),
            new PageState("no CMAS number", "/agreements/x", 400, "Error 400"),
            PageState.of("prices to compare, empty", "/price-comparison", "Item, in words"),
            PageState.of("prices compared", "/price-comparison?words=network+engineer", "106.33"),
            PageState.of("no price", "/price-comparison?words=zzzyxqj", "No price was found"),
            PageState.of("rules", "/rules", "NSP-DOLLAR-LOW"),
            PageState.of("rules found by words", "/rules?find=travel", "When broken"),
            PageState.of("no rule", "/rules?find=zzzyxqj", "No rule has these words"),
            PageState.of("a rule with its limits and cases", "/rules/NSP-DOLLAR-LOW", "priced 10000.00 + NSP 5000.01"),
            new PageState("no such rule", "/rules/NO-SUCH-RULE", 404, "There is no rule with this id."),
            new PageState("no such page", "/nothing", 404, "No page has this address."));

    private ConsolePages() {}

    /** Returns what holds while every service runs. */
    static List<PageCheck> checks() {
        List<PageCheck> checks = new ArrayList<>();
        STATES.forEach(state -> checks.add(new PageCheck(state.name(), state::check)));
        checks.add(new PageCheck(
                "journey of the public: from a word to the price and back", PublicJourney::searchesAndComesBack));
        checks.add(new PageCheck("a price list as a file", PublicJourney::keepsAPriceList));
        checks.add(new PageCheck("journey with the keyboard alone", PublicJourney::usesTheKeyboardAlone));
        checks.add(new PageCheck("at 400% zoom, in forced colours", PublicJourney::magnifiedInForcedColors));
        return checks;
    }

    /** Returns what holds while the contract registry is down. */
    static List<PageCheck> checksWithoutRegistry() {
        return Stream.of(
                        new PageState(
                                "links while the registry is down",
                                "/links",
                                200,
                                "The contract registry does not answer"),
                        new PageState(
                                "a search while the registry is down",
                                "/agreements?words=turf",
                                200,
                                "The contract registry does not answer"),
                        new PageState(
                                "an agreement while the registry is down",
                                "/agreements/3-16-70-3298A",
                                503,
                                "This page cannot be shown now"),
                        PageState.of("a rule while the registry is down", "/rules/NSP-DOLLAR-LOW", "Worked cases"))
                .map(state -> new PageCheck(state.name(), state::check))
                .toList();
    }
}
