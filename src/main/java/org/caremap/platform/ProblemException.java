package org.caremap.platform;

import org.jspecify.annotations.Nullable;

/** An answer that is a problem body. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /**
   * @param problem the body to answer
   */
  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** The body to answer. */
  public Problem problem() {
    return problem;
  }

  /**
   * 400: a parameter is missing, unknown, or out of its legal range.
   *
   * @param parameter its name
   * @param value as given, null where missing
   * @param legal the legal range in words
   */
  public static ProblemException badParameter(
      String parameter, @Nullable String value, String legal) {
    String detail =
        value == null
            ? "parameter '%s' is missing; legal: %s".formatted(parameter, legal)
            : "parameter '%s' is '%s'; legal: %s".formatted(parameter, brief(value), legal);
    return new ProblemException(
        new Problem(
            "Bad parameter", 400, detail, parameter, value == null ? null : brief(value), legal));
  }

  /** 400 with a free text. */
  public static ProblemException badRequest(String detail) {
    return new ProblemException(new Problem("Bad request", 400, detail, null, null, null));
  }

  /** 404: nothing has this id. */
  public static ProblemException notFound(String what, String id) {
    return new ProblemException(
        new Problem(
            "Not found",
            404,
            "no %s has the id '%s'".formatted(what, brief(id)),
            "id",
            brief(id),
            null));
  }

  /**
   * The version that a change goes out from.
   *
   * @throws ProblemException 400 where none is given: whoever does not say what they looked at
   *     would wipe out what others wrote since
   */
  public static long requireVersion(@Nullable Long version) {
    if (version == null) {
      throw badParameter("version", null, "the version that was looked at, as it was answered");
    }
    return version;
  }

  /** 409: somebody else changed it in between, or a job is in the way. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(new Problem("Conflict", 409, detail, null, null, null));
  }

  private static String brief(String value) {
    return value.length() <= 200 ? value : value.substring(0, 200) + "…";
  }
}
