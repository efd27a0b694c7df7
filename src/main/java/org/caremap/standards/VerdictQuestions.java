package org.caremap.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caremap.area.AreaLevel;
import org.caremap.coverage.Questions;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.CodeLists;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;

/** The one place that reads questions about rules, from a request or from the ledger. */
@ApplicationScoped
public class VerdictQuestions {
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2100;
  private static final String[] VERDICTS = {
    "plan", "asOf", "undated", "area", "profile", "speedKmh", "trip", "flat", "straightLine"
  };
  private static final String[] COMMUNITIES = {"type", "minutes", "share", "group", "level"};

  private final StandardsService standards;
  private final WalkingProfiles profiles;
  private final Questions questions;
  private final CodeLists codes;
  private final ZoneId zone;

  VerdictQuestions(
      StandardsService standards,
      WalkingProfiles profiles,
      Questions questions,
      CodeLists codes,
      CareMapConfig config) {
    this.standards = standards;
    this.profiles = profiles;
    this.questions = questions;
    this.codes = codes;
    this.zone = ZoneId.of(config.timeZone());
  }

  /**
   * Names of the parameters of {@link #verdicts}.
   *
   * @param more names that the caller reads itself
   */
  public static String[] verdictParameters(String... more) {
    return Stream.concat(Arrays.stream(VERDICTS), Arrays.stream(more)).toArray(String[]::new);
  }

  /** Names of the parameters of {@link #communities}. */
  public static String[] communityParameters(String... more) {
    return Stream.of(VERDICTS, COMMUNITIES, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  /**
   * Reads which rules are judged, and on what.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public VerdictQuestion verdicts(Query query) {
    List<String> plans = standards.requirePlans(query.texts("plan"));
    LocalDate day = day(query);
    return new VerdictQuestion(
        plans.isEmpty() ? standards.listAdopted() : plans,
        day,
        countsUndated(query, day),
        query.text("area"),
        profiles.of(query),
        query.flag("flat"),
        query.flag("straightLine"));
  }

  /**
   * Reads what is asked of every community.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public CommunitiesQuestion communities(Query query) {
    List<String> types = query.texts("type");
    return new CommunitiesQuestion(
        verdicts(query),
        types.isEmpty() ? types : codes.requireTypes(types),
        questions.minutes(query),
        query.number("share", 0.01, 1, 1),
        questions.group(query),
        Optional.ofNullable(questions.level(query)).orElse(AreaLevel.COMMUNITY));
  }

  /** A question as {@link VerdictQuestion#parameters} wrote it down. */
  VerdictQuestion read(Map<String, String> written) {
    return verdicts(
        SurveyQuestions.query(written, communityParameters("kind", "communities", "subjects")));
  }

  /** A question as {@link CommunitiesQuestion#parameters} wrote it down. */
  CommunitiesQuestion readCommunities(Map<String, String> written) {
    return communities(
        SurveyQuestions.query(written, communityParameters("kind", "communities", "subjects")));
  }

  private LocalDate today() {
    return LocalDate.now(Clock.system(zone));
  }

  /** What serves now serves today whenever it opened; of a past day that says nothing. */
  private boolean countsUndated(Query query, LocalDate day) {
    String text = query.text("undated");
    if (text == null) {
      return !day.isBefore(today());
    }
    if (!text.equals(VerdictQuestion.COUNTED)) {
      throw ProblemException.badParameter(
          "undated", text, VerdictQuestion.COUNTED + ", or absent: counted unless asOf is past");
    }
    return true;
  }

  private LocalDate day(Query query) {
    String text = query.text("asOf");
    if (text == null) {
      return today();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException e) {
      throw illegal(text);
    }
    throw illegal(text);
  }

  private static ProblemException illegal(String text) {
    return ProblemException.badParameter(
        "asOf", text, "a day YYYY-MM-DD from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
  }
}
