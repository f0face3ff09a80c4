package org.opencmas.console.frame.fault;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.opencmas.console.frame.text.Places;
import org.opencmas.console.frame.text.Sentences;

/** The pages that say what went wrong, in plain words; nothing of the address is repeated in them. */
class ErrorPagesFilter {
    private static final Logger LOG = Logger.getLogger(ErrorPagesFilter.class);

    private final Clock clock;

    ErrorPagesFilter(Clock clock) {
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(int status, String title, String detail, Instant at);
    }

    @ServerExceptionMapper
    RestResponse<String> noSuchPage(NoSuchPage e) {
        return page(404, "There is nothing here", e.what());
    }

    @ServerExceptionMapper
    RestResponse<String> refused(ServiceProblem problem) {
        return switch (problem.status()) {
            case 401 -> page(401, "Sign in first", "This page needs a sign-in, or yours has ended.");
            case 403 ->
                page(
                        403,
                        "Not yours to see",
                        "Your role does not open this page. " + Sentences.inWords(problem.detail()));
            case 404 -> page(404, "There is nothing here", Sentences.inWords(problem.detail()));
            case 409 -> page(409, "Something else came first", Sentences.inWords(problem.detail()));
            case 412 -> page(412, "It was changed meanwhile", Sentences.inWords(problem.detail()));
            case 413 -> page(413, "Too much was sent", Sentences.inWords(problem.detail()));
            case 429 -> page(429, "Too many requests", "Wait a moment, then load the page again.");
            default ->
                page(problem.status() < 500 ? 400 : 503, "The address asks for what cannot be answered", said(problem));
        };
    }

    /** Nobody listens there, the answer takes too long, or it cannot be read. */
    @ServerExceptionMapper({ServiceDown.class, ProcessingException.class, ClientWebApplicationException.class})
    RestResponse<String> down(RuntimeException e) {
        LOG.warn(e.toString());
        return page(
                503,
                "This page cannot be shown now",
                "The service that holds what it shows does not answer. Load the page again in a minute.");
    }

    @ServerExceptionMapper
    RestResponse<String> refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (e.getResponse().getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return RestResponse.ResponseBuilder.<String>create(e.getResponse().getStatusInfo())
                    .location(e.getResponse().getLocation())
                    .build();
        }
        return switch (status) {
            case 404 -> page(404, "There is nothing here", "No page has this address. It may have been mistyped.");
            case 405 -> page(405, "That is not possible here", "This address takes no such request.");
            default -> page(status, "The request could not be taken", "It is not of the form that this page expects.");
        };
    }

    @ServerExceptionMapper
    RestResponse<String> broken(RuntimeException e) {
        LOG.error("A page failed", e);
        return page(
                500, "Something went wrong here", "The fault is the console's, not yours. It has been written down.");
    }

    /** Each fault names its place; one whose remedy is the detail is told by that alone. */
    private static String said(ServiceProblem problem) {
        String detail = Sentences.inWords(problem.detail());
        var said = new StringBuilder(detail);
        problem.faults().stream()
                .filter(fault -> !fault.remedy().equals(problem.detail()))
                .forEach(fault -> said.append(' ')
                        .append(Places.place(fault.pointer()))
                        .append(' ')
                        .append(Sentences.inWords(fault.detail()))
                        .append('.'));
        return said.toString().strip();
    }

    private RestResponse<String> page(int status, String title, String detail) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.error(status, title, detail, clock.instant()).render())
                .build();
    }
}
