package org.opencmas.registry.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.registry.document.CopyCompleteness.Presence.HELD;
import static org.opencmas.registry.document.CopyCompleteness.Presence.MISSING;
import static org.opencmas.registry.document.CopyCompleteness.Presence.NOT_NEEDED;
import static org.opencmas.registry.document.CopyCompleteness.Presence.REFERENCED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.registry.document.CopyCompleteness.Fact;
import org.opencmas.registry.document.held.DocumentPart;

@DisplayName("CON-COPY-COMPLETE: a complete copy has parts 1 to 4, and part 5 when there are supplements")
class CopyCompletenessTest {
    private static List<Fact> partsOneToFour() {
        return new ArrayList<>(List.of(
                new Fact(DocumentPart.COVER_PAGES, 0, true),
                new Fact(DocumentPart.TERMS_AND_CONDITIONS, 0, true),
                new Fact(DocumentPart.BASE_CONTRACT_TERMS, 0, true),
                new Fact(DocumentPart.LISTING_AND_PRICES, 0, true)));
    }

    private static CopyCompleteness.PartState part(CopyCompleteness completeness, DocumentPart part) {
        return completeness.parts().get(part.ordinal());
    }

    @Test
    void fourPartsAreAllWithoutASupplement() {
        CopyCompleteness completeness = CopyCompleteness.of(partsOneToFour(), List.of());

        assertThat(completeness.complete()).isTrue();
        assertThat(completeness.parts())
                .extracting(CopyCompleteness.PartState::presence)
                .containsExactly(HELD, HELD, HELD, HELD, NOT_NEEDED);
        assertThat(completeness.missing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = DocumentPart.class, names = "SUPPLEMENTS", mode = EnumSource.Mode.EXCLUDE)
    void eachOfTheFourIsMissedWithAWarning(DocumentPart absent) {
        List<Fact> documents = partsOneToFour();
        documents.removeIf(each -> each.part() == absent);

        CopyCompleteness completeness = CopyCompleteness.of(documents, List.of());

        assertThat(completeness.complete()).isFalse();
        assertThat(completeness.missing()).containsExactly(absent.name());
        assertThat(part(completeness, absent).warning())
                .contains("Part " + (absent.ordinal() + 1), "CON-COPY-COMPLETE");
    }

    @Test
    void aLinkCountsAndIsShownAsAnotherThingThanHeld() {
        List<Fact> documents = partsOneToFour();
        documents.set(3, new Fact(DocumentPart.LISTING_AND_PRICES, 0, false));

        CopyCompleteness completeness = CopyCompleteness.of(documents, List.of());

        assertThat(completeness.complete()).isTrue();
        assertThat(part(completeness, DocumentPart.LISTING_AND_PRICES).presence())
                .isEqualTo(REFERENCED);
        assertThat(part(completeness, DocumentPart.COVER_PAGES).presence()).isEqualTo(HELD);
    }

    @Test
    void everySupplementNeedsItsDocument() {
        List<Fact> documents = partsOneToFour();
        assertThat(part(CopyCompleteness.of(documents, List.of(1, 3)), DocumentPart.SUPPLEMENTS))
                .satisfies(part -> assertThat(part.presence()).isEqualTo(MISSING))
                .satisfies(part -> assertThat(part.missingSupplements()).containsExactly(1, 3));

        documents.add(new Fact(DocumentPart.SUPPLEMENTS, 1, true));
        assertThat(part(CopyCompleteness.of(documents, List.of(1, 3)), DocumentPart.SUPPLEMENTS)
                        .missingSupplements())
                .containsExactly(3);

        documents.add(new Fact(DocumentPart.SUPPLEMENTS, 3, false));
        CopyCompleteness completeness = CopyCompleteness.of(documents, List.of(1, 3));
        assertThat(completeness.complete()).isTrue();
        assertThat(part(completeness, DocumentPart.SUPPLEMENTS).presence()).isEqualTo(REFERENCED);
    }
}
