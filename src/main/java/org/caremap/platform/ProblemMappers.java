package org.caremap.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Arrays;
import org.hibernate.StaleObjectStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what was thrown into problem bodies; what people asked for is not logged. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart";

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return answer(e.problem());
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e, UriInfo uri) {
    Throwable cause = e.getCause();
    if (cause instanceof JsonProcessingException json) {
      return badJson(json);
    }
    int status = e.getResponse().getStatus();
    String title = e.getResponse().getStatusInfo().getReasonPhrase();
    String detail =
        status == 404 ? "nothing is at '" + uri.getPath() + "'" : title + ": " + e.getMessage();
    Response.ResponseBuilder builder =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .entity(new Problem(title, status, detail, null, null, null));
    Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? builder.build() : builder.header(HttpHeaders.ALLOW, allow).build();
  }

  // Named apart from its superclass, for which the framework's own empty answer would win.
  @ServerExceptionMapper
  Response mismatchedJson(MismatchedInputException e) {
    return badJson(e);
  }

  @ServerExceptionMapper
  Response badJson(JsonProcessingException e) {
    return answer(JsonProblem.of(e));
  }

  @ServerExceptionMapper
  Response stale(StaleObjectStateException e) {
    return answer(
        ProblemException.conflict("somebody else changed this in between; load it again")
            .problem());
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
    return signInNeeded("writing needs the administrator's sign-in", headers);
  }

  @ServerExceptionMapper
  Response wrongSignIn(AuthenticationFailedException e, HttpHeaders headers) {
    return signInNeeded("user name or password is wrong", headers);
  }

  private static Response signInNeeded(String detail, HttpHeaders headers) {
    Response.ResponseBuilder answer =
        Response.status(401)
            .type(Problem.MEDIA_TYPE)
            .entity(new Problem("Sign-in needed", 401, detail, null, null, null));
    // A page that asks for the password itself must not bring up the browser's own dialogue.
    return headers.getHeaderString("X-Requested-With") == null
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Care Map\"").build()
        : answer.build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(
        new Problem("Not allowed", 403, "this sign-in may not do that", null, null, null));
  }

  /** A form that breaks off or is none is the sender's mistake, though the framework says I/O. */
  @ServerExceptionMapper
  Response unreadable(IOException e, UriInfo uri) {
    boolean form =
        Arrays.stream(e.getStackTrace()).anyMatch(at -> at.getClassName().startsWith(FORM_READER));
    return form
        ? answer(
            new Problem(
                "Bad request",
                400,
                "the body is not a whole multipart/form-data form: " + e.getMessage(),
                "file",
                null,
                "a multipart/form-data body with a part 'file'"))
        : unexpected(e, uri);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e, UriInfo uri) {
    // The path without its query: the query may say where somebody stood.
    LOG.errorf(e, "failed: /%s", uri.getPath());
    return answer(
        new Problem(
            "Internal error", 500, "the server failed; its log says why", null, null, null));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
