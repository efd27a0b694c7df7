package org.caremap.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem body (RFC 9457).
 *
 * @param title what kind of problem, the same for every occurrence
 * @param status HTTP status
 * @param detail names the parameter, its value and the legal range
 * @param parameter the offending parameter where there is one
 * @param value its value as given
 * @param legal the legal range in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String title,
    int status,
    String detail,
    @Nullable String parameter,
    @Nullable String value,
    @Nullable String legal) {
  /** Media type of problem bodies. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
