package org.opencmas.console.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.site.CrossSite;
import org.opencmas.console.session.site.SentByAnotherSite;
import org.opencmas.console.session.store.SessionsDown;

/** Refuses what another site made the browser send, and answers requests of nobody and of others' roles with a page. */
class SessionPagesFilter {
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance formKept(
                FormKept.Why why,
                String action,
                String swapTarget,
                Map<String, List<String>> sent,
                List<Inputs.Typed> typed);

        static native TemplateInstance sessionsDown();

        static native TemplateInstance wrongRole(List<String> roles);

        static native TemplateInstance crossSite();
    }

    @ServerRequestFilter
    void refuseCrossSite(ContainerRequestContext request) {
        boolean changes = !CrossSite.onlyReads(request.getMethod());
        if (changes
                && !CrossSite.mayChange(
                        request.getHeaderString("Sec-Fetch-Site"),
                        request.getHeaderString("Origin"),
                        request.getHeaderString("Host"))) {
            throw new SentByAnotherSite();
        }
    }

    @ServerExceptionMapper
    RestResponse<String> formKept(FormKept e) {
        List<Inputs.Typed> typed = Inputs.of(e.typed()).typed(field -> true);
        return page(e.status(), Templates.formKept(e.why(), e.action(), e.swapTarget(), e.typed(), typed));
    }

    @ServerExceptionMapper
    RestResponse<String> sessionsDown(SessionsDown e) {
        return page(503, Templates.sessionsDown());
    }

    @ServerExceptionMapper
    RestResponse<String> wrongRole(WrongRole e) {
        return page(403, Templates.wrongRole(e.roles()));
    }

    @ServerExceptionMapper
    RestResponse<String> crossSite(SentByAnotherSite e) {
        return page(403, Templates.crossSite());
    }

    private static RestResponse<String> page(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
