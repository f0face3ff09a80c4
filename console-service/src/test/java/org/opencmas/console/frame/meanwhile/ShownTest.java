package org.opencmas.console.frame.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;

@DisplayName("A page tells whose form came too late what they saw and what is there now")
class ShownTest {
    @Test
    void oneFactReadsOtherwiseOneCameAndOneWent() {
        Shown before =
                new Shown().say("State", "Draft").say("Reason", "None yet").say("Title", "Chairs");
        Shown now = new Shown().say("State", "Sent").say("Title", "Chairs").say("Asked", "A, Inc.");

        assertThat(now.since(form(before)))
                .containsExactly(
                        new Change("State", "Draft", "Sent"),
                        new Change("Asked", "", "A, Inc."),
                        new Change("Reason", "None yet", ""));
    }

    @Test
    void oneOfTwoThatReadTheSameWent() {
        Shown before = new Shown().say("Offer", "$10.00").say("Offer", "$10.00");
        Shown now = new Shown().say("Offer", "$10.00");

        assertThat(now.since(form(before))).containsExactly(new Change("Offer", "$10.00", ""));
    }

    @Test
    @DisplayName("A browser sends lines with carriage returns; that is no change")
    void theSameLinesFromABrowser() {
        Shown before = new Shown().say("Needs", "One\nTwo");

        assertThat(new Shown().say("Needs", "One\r\nTwo ").since(form(before))).isEmpty();
    }

    @Test
    void aLongTextIsToldByWhereItDiffers() {
        String same = "word ".repeat(100);
        Shown before = new Shown().say("Needs", same + "ten chairs" + same);
        Shown now = new Shown().say("Needs", same + "six chairs" + same);

        Change change = now.since(form(before)).getFirst();

        assertThat(change.before()).startsWith("… ").contains("word ten chairs").hasSizeLessThan(200);
        assertThat(change.after()).endsWith(" …").contains("word six chairs").hasSizeLessThan(200);
    }

    @Test
    @DisplayName("A text of which a form carries a part is told to have changed also where it did so further on")
    void aChangeBehindWhatIsCarried() {
        String carried = "x".repeat(5_000);
        Shown before = new Shown().say("Needs", carried + "a");

        assertThat(new Shown().say("Needs", carried + "b").since(form(before))).hasSize(1);
        assertThat(new Shown().say("Needs", carried + "a").since(form(before))).isEmpty();
    }

    @Test
    @DisplayName(
            "Of a thing that keeps its acts a form carries how many there were: those that came since tell themselves")
    void actsThatCameSince() {
        Shown before = new Shown().say("State", "Received").acts(List.of("Received by A"));
        Shown now =
                new Shown().say("State", "Approved").acts(List.of("Received by A", "Sent back by B", "Approved by C"));

        assertThat(now.since(form(before)))
                .containsExactly(
                        new Change("State", "Received", "Approved"),
                        Change.event("Sent back by B"),
                        Change.event("Approved by C"));
        assertThat(new Shown().acts(List.of("One")).since(form(new Shown().acts(List.of()))))
                .as("before the first act")
                .containsExactly(Change.event("One"));
        assertThat(now.since(form(new Shown().say("State", "Approved"))))
                .as("the acts could not be had when the form was made")
                .isEmpty();
        assertThat(new Shown().say("State", "Received").since(form(before)))
                .as("they cannot be had now")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A form in which one of several things is chosen carries each of them, and goes on with those that its page does not tell of")
    void severalThingsInOneForm() {
        var form = Inputs.of(Map.of(
                "etag.a", List.of("\"1\""),
                "known.a", List.of(new Shown().say("Total", "$1.00").carried()),
                "etag.b", List.of("\"7\""),
                "known.b", List.of(new Shown().say("Total", "$7.00").carried())));
        Shown now = new Shown().say("Total", "$2.00");

        assertThat(Meanwhile.oneOf("a", form, now).changes()).containsExactly(new Change("Total", "$1.00", "$2.00"));
        assertThat(Seen.oneOf("a", form, "\"3\"", now, true)).isEqualTo(new Seen("a", "\"3\"", now.carried()));
        assertThat(Seen.oneOf("b", form, "\"9\"", now, false).etag()).isEqualTo("\"7\"");
        assertThat(Seen.etag(form, "b")).isEqualTo("\"7\"");
        assertThat(Seen.etag(form, "c")).isEmpty();
    }

    @Test
    void aFormThatCarriesNothingOrAnothersWorkTellsNothing() {
        Shown now = new Shown().say("State", "Sent");

        for (String known : List.of("", "3", "[", "[{\"l\":null,\"v\":\"x\"}]", "Legal name: Old")) {
            assertThat(now.since(Inputs.of(Map.of("known", List.of(known))))).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "What was typed into a form that is not there any more is told in words, without ids and what was not typed")
    void whatWasTypedIsNotLost() {
        var form = Inputs.of(Map.of(
                "etag", List.of("\"1\""),
                "offerId", List.of("0190a000-0000-7000-8000-0000000f0001"),
                "determinationReason", List.of("Best <b>value</b>"),
                "sample", List.of("PRICE", "PAST_PERFORMANCE"),
                "ownCriterion", List.of(" ")));

        assertThat(Meanwhile.of(List.of()).withUnsent(form, false).unsent())
                .containsExactly(
                        new Inputs.Typed("Determination reason", "Best <b>value</b>"),
                        new Inputs.Typed("Sample", "Price, Past performance"));
        assertThat(Meanwhile.of(List.of()).withUnsent(form, true).unsent()).isEmpty();
        assertThat(Meanwhile.NONE.withUnsent(form, false)).isEqualTo(Meanwhile.NONE);
    }

    @Test
    void ofVeryManyChangesTheFirstAreToldAndTheOthersCounted() {
        Shown now = new Shown();
        for (int line = 0; line < 150; line++) {
            now.say("Order " + line, "$1.00");
        }

        Meanwhile told = Meanwhile.of(form(new Shown().say("State", "Due")), now);

        assertThat(told.changes()).hasSize(101).last().isEqualTo(Change.event("And 51 more."));
    }

    private static Inputs form(Shown shown) {
        return Inputs.of(Map.of("known", List.of(shown.carried())));
    }
}
