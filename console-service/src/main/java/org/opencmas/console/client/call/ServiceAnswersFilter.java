package org.opencmas.console.client.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.frame.fault.ServiceProblem;

/** Reads what a service answers instead of what was asked: its refusal (RFC 9457), or that it cannot answer now. */
public final class ServiceAnswersFilter implements ResponseExceptionMapper<RuntimeException> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        if (status < 400 || status >= 500) {
            return new ServiceDown("A service answered " + status);
        }
        return read(status, response.readEntity(String.class));
    }

    static ServiceProblem read(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            List<ServiceProblem.Fault> faults = new ArrayList<>();
            problem.path("errors")
                    .forEach(fault -> faults.add(new ServiceProblem.Fault(
                            fault.path("pointer").asText(fault.path("parameter").asText()),
                            fault.path("detail").asText(),
                            fault.path("remedy").asText(""))));
            return new ServiceProblem(
                    status,
                    problem.path("title").asText("Refused"),
                    problem.path("detail").asText("The service did not say why."),
                    faults);
        } catch (IOException noProblem) {
            return new ServiceProblem(status, "Refused", "The service did not say why.", List.of());
        }
    }
}
