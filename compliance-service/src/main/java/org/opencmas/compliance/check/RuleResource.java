package org.opencmas.compliance.check;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.law.LawIndex;
import org.opencmas.compliance.law.Requirement;
import org.opencmas.compliance.law.Sentence;
import org.opencmas.compliance.law.SourceText;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.AgencyClass;

@Path("/v1/rules")
@Tag(name = "Rules", description = "What is asked of an order. Public.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RuleResource {
    /** The rule book. */
    record RulesView(String ruleSetVersion, List<RuleView> items) {}

    /**
     * Where the law makes a rule, and how the rule answers it.
     *
     * @param bound who is bound, in words; null for a rule of this system's own
     * @param inputs from what it is judged; null for a rule of this system's own
     * @param boundaries the values on both sides of its limits; null where it has none
     * @param sentences that make it; none for a rule of this system's own
     * @param workedPass a case of its test that passes; null where its test is no table of cases
     * @param workedFail one that does not
     */
    record LawView(
            @Nullable String bound,
            @Nullable String inputs,
            @Nullable String boundaries,
            List<SentenceView> sentences,
            @Nullable String workedPass,
            @Nullable String workedFail) {
        static LawView of(String rule) {
            Requirement row = LawIndex.requirement(rule).orElse(null);
            return new LawView(
                    row == null ? null : row.bound(),
                    row == null ? null : row.inputs(),
                    row == null || row.boundaries().equals("-") ? null : row.boundaries(),
                    LawIndex.sentences(rule).stream().map(SentenceView::of).toList(),
                    LawIndex.example(rule, true).orElse(null),
                    LawIndex.example(rule, false).orElse(null));
        }
    }

    /** A sentence of a source text, by its place and its hash. */
    record SentenceView(String document, String section, int page, String heading, int ordinal, String sha256) {
        static SentenceView of(Sentence sentence) {
            String document = LawIndex.sources().stream()
                    .filter(source -> source.id().equals(sentence.source()))
                    .map(SourceText::title)
                    .findFirst()
                    .orElse(sentence.source());
            return new SentenceView(
                    document,
                    sentence.section(),
                    sentence.page(),
                    sentence.heading(),
                    sentence.ordinal(),
                    sentence.sha256());
        }
    }

    /** One rule. */
    record RuleView(
            String id,
            int version,
            String title,
            String meaning,
            RuleKind kind,
            Citation citation,
            @Nullable String reading,
            @Nullable AgencyClass binds,
            boolean severityByAgency,
            boolean overridable,
            LocalDate inForceFrom,
            List<ParameterName> parameters,
            LawView law) {
        static RuleView of(RuleText text) {
            return new RuleView(
                    text.id(),
                    text.version(),
                    text.title(),
                    text.meaning(),
                    text.kind(),
                    text.citation(),
                    text.reading(),
                    text.binds(),
                    text.latitude().severityByAgency(),
                    text.latitude().overridable(),
                    text.days().from(),
                    text.parameters(),
                    LawView.of(text.id()));
        }
    }

    @GET
    @Operation(operationId = "listRules", summary = "All rules, in the order in which findings are shown")
    public RulesView list() {
        return new RulesView(
                RuleBooks.ORDERS.version(),
                RuleBooks.texts().stream().map(RuleView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRule", summary = "One rule by its id, such as NSP-DOLLAR-LOW")
    public RuleView get(String id) {
        return RuleBooks.text(id).map(RuleView::of).orElseThrow(() -> new NotFound("rule", id));
    }
}
