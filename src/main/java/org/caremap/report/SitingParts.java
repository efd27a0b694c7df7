package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caremap.area.AreaTree;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.SitingReach;
import org.caremap.platform.CareMapConfig;
import org.caremap.population.DemandGroup;
import org.caremap.siting.Grant;
import org.caremap.siting.GrantService;
import org.caremap.siting.SelectionAnswer;
import org.caremap.siting.SiteFacts;
import org.jspecify.annotations.Nullable;

/** A site selection in words and as tables. */
@ApplicationScoped
class SitingParts {
  private static final String GRANT = "grant:";

  private final Names names;
  private final GrantService grants;
  private final Clock clock;

  SitingParts(Names names, GrantService grants, CareMapConfig config) {
    this.names = names;
    this.grants = grants;
    this.clock = Clock.system(ZoneId.of(config.timeZone()));
  }

  /**
   * The whole.
   *
   * @param answer one with sites
   */
  Report report(SelectionAnswer answer, AreaTree areas, ReportText text) {
    List<String> says = sentences(answer, text);
    return new Report(
        text.get("siting.file"),
        text.get("siting.title"),
        subtitle(answer, areas, text),
        LocalDate.now(clock),
        text,
        List.of(
            new Report.Run(
                text.get("siting.run"),
                answer.run(),
                answer.inputs(),
                names.asked(answer.inputs().question(), areas, text),
                true)),
        List.of(new Report.Lead("", says)),
        List.of(
            Part.of(
                    "siting",
                    text.get("siting.part"),
                    says,
                    summary(answer, text),
                    sites(answer.sites(), true, text.get("siting.ranked"), text),
                    towns(answer, text),
                    groups(answer, text),
                    sites(answer.rejected(), false, text.get("siting.rejected"), text))
                .quoting(quotes(answer, text))));
  }

  private String subtitle(SelectionAnswer answer, AreaTree areas, ReportText text) {
    Map<String, String> asked = answer.inputs().question();
    return text.get(
        "siting.subtitle",
        Names.place(areas, asked.get("area"), text),
        Names.group(asked.getOrDefault("group", ""), text),
        names.type(asked.getOrDefault("type", ""), text),
        asked.getOrDefault("minutes", ""),
        text.label("siting.model", asked.get("model")));
  }

  private static List<String> sentences(SelectionAnswer answer, ReportText text) {
    SitingReach.Situation before = Objects.requireNonNull(answer.before());
    SitingReach.Situation after = Objects.requireNonNull(answer.after());
    List<String> says = new ArrayList<>();
    says.add(
        answer.yuan() == null
            ? text.get("siting.says.sitesNoPrice", Figures.amount(answer.sites().size()))
            : text.get(
                "siting.says.sites",
                Figures.amount(answer.sites().size()),
                Figures.amount(answer.yuan())));
    says.add(
        text.get(
            "siting.says.people",
            answer.inputs().question().getOrDefault("minutes", ""),
            Figures.amount(before.total().covered()),
            Figures.amount(after.total().covered()),
            Figures.share(before.total().coveredShare()),
            Figures.share(after.total().coveredShare())));
    says.add(
        answer.proven()
            ? text.get("siting.says.proven")
            : text.get("siting.says.gap", Figures.share(answer.gap())));
    Double left = answer.notCoverable();
    if (left != null && left > 0) {
      says.add(
          text.get(
              "siting.says.unreached",
              Figures.amount(left),
              Figures.amount(answer.candidateCount())));
    }
    says.add(text.get("siting.says.status", text.label("siting.status", answer.status())));
    return says;
  }

  /** The clauses that give the prices. */
  private List<Part.Quote> quotes(SelectionAnswer answer, ReportText text) {
    List<Part.Quote> quotes = new ArrayList<>();
    for (Grant grant : grants.list()) {
      boolean used =
          answer.sites().stream().anyMatch(site -> site.costSource().equals(GRANT + grant.code()));
      if (used) {
        quotes.add(
            new Part.Quote(
                text.pick(grant.zh(), grant.en()) + " · " + grant.source(), grant.quote()));
      }
    }
    return quotes;
  }

  /** What it comes to, and how good that is known to be. */
  private static ReportTable summary(SelectionAnswer answer, ReportText text) {
    SitingReach.Situation before = Objects.requireNonNull(answer.before());
    SitingReach.Situation after = Objects.requireNonNull(answer.after());
    boolean least = !answer.unit().endsWith("people");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    line(
        rows,
        text.get("siting.summary.model"),
        text.label("siting.model", answer.request().model()));
    line(rows, text.get("siting.summary.sites"), answer.sites().size());
    line(rows, text.get("siting.summary.yuan"), answer.yuan());
    line(rows, unit("siting.summary.objective", answer, text), answer.objective());
    line(
        rows,
        unit(least ? "siting.summary.boundLeast" : "siting.summary.bound", answer, text),
        answer.bound());
    line(
        rows,
        text.get("siting.summary.gap"),
        answer.gap() == null ? null : Figures.share(answer.gap()));
    line(
        rows,
        text.get("siting.summary.proven"),
        text.get(answer.proven() ? "siting.summary.yes" : "siting.summary.no"));
    line(rows, text.get("siting.summary.candidates"), answer.candidateCount());
    line(rows, text.get("siting.summary.unreached"), answer.notCoverable());
    Integer noPrice = answer.leftOut().get("price-unknown");
    if (noPrice != null) {
      line(rows, text.get("siting.summary.noPrice"), noPrice);
    }
    Integer noCapacity = answer.leftOut().get("capacity-unknown");
    if (noCapacity != null) {
      line(rows, text.get("siting.summary.noCapacity"), noCapacity);
    }
    line(rows, text.get("siting.summary.meanBefore"), before.meanMinutes());
    line(rows, text.get("siting.summary.meanAfter"), after.meanMinutes());
    line(rows, text.get("siting.summary.status"), text.label("siting.status", answer.status()));
    for (List<@Nullable Object> row : rows) {
      if (row.get(1) == null) {
        row.set(1, text.get("siting.summary.unknown"));
      }
    }
    return new ReportTable(
        text.get("siting.summary"),
        List.of(
            new Column("what", text.get("siting.summary.what"), Kind.TEXT, 44),
            new Column("value", text.get("siting.summary.value"), Kind.AMOUNT, 24)),
        rows);
  }

  private static void line(List<List<@Nullable Object>> rows, String what, @Nullable Object value) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(what);
    row.add(value);
    rows.add(row);
  }

  private static String unit(String key, SelectionAnswer answer, ReportText text) {
    String unit = answer.unit().startsWith("weighted") ? "weighted" : answer.unit();
    return text.get(
        "siting.unit." + unit,
        text.get(key),
        answer.request().maxMinutes() == null ? "" : Figures.plain(answer.request().maxMinutes()));
  }

  /** A corner is called as on the page: after the community it is in, where no streets name it. */
  private static @Nullable String name(SiteFacts site, ReportText text) {
    if (site.name() != null) {
      return site.name();
    }
    if (!site.kind().equals("corner")) {
      return text.label("siting.kind", site.kind());
    }
    return site.areaName() == null
        ? text.get("siting.cornerNowhere")
        : text.get("siting.corner", site.areaName());
  }

  /** Streets are kept to 1e-7 degree: a centimetre. */
  private static double degrees(double value) {
    return Math.rint(value * 1e7) / 1e7;
  }

  /** Chosen and not chosen ones in one table: what CSV and GeoJSON hold. */
  ReportTable all(SelectionAnswer answer, ReportText text) {
    List<SiteFacts> both = new ArrayList<>(answer.sites());
    both.addAll(answer.rejected());
    return sites(both, true, text.get("siting.all"), text);
  }

  private ReportTable sites(List<SiteFacts> sites, boolean ranked, String title, ReportText text) {
    List<Column> columns = new ArrayList<>();
    if (ranked) {
      columns.add(new Column("rank", text.get("column.rank"), Kind.WHOLE, 7));
    }
    columns.add(new Column("id", text.get("siting.column.id"), Kind.CODE, 22));
    columns.add(new Column("name", text.get("siting.column.name"), Kind.TEXT, 22));
    columns.add(new Column("kind", text.get("siting.column.kind"), Kind.TEXT, 12));
    columns.add(new Column("townName", text.get("siting.column.town"), Kind.TEXT, 16));
    columns.add(new Column("areaName", text.get("siting.column.area"), Kind.TEXT, 16));
    columns.add(new Column("lon", text.get("siting.column.lon"), Kind.CODE, 13));
    columns.add(new Column("lat", text.get("siting.column.lat"), Kind.CODE, 13));
    columns.add(new Column("priceYuan", text.get("siting.column.price"), Kind.AMOUNT, 13));
    columns.add(new Column("costSource", text.get("siting.column.cost"), Kind.TEXT, 22));
    columns.add(new Column("gain", text.get("siting.column.gain"), Kind.AMOUNT, 12));
    columns.add(new Column("gainMinutes", text.get("siting.column.gainMinutes"), Kind.AMOUNT, 12));
    columns.add(new Column("gainPer10kYuan", text.get("siting.column.rate"), Kind.AMOUNT, 12));
    columns.add(new Column("alone", text.get("siting.column.alone"), Kind.AMOUNT, 12));
    columns.add(new Column("alreadyServed", text.get("siting.column.already"), Kind.AMOUNT, 12));
    columns.add(new Column("lossIfDropped", text.get("siting.column.loss"), Kind.AMOUNT, 12));
    columns.add(new Column("second", text.get("siting.column.second"), Kind.TEXT, 22));
    columns.add(new Column("secondLoss", text.get("siting.column.secondLoss"), Kind.AMOUNT, 12));
    columns.add(new Column("who", text.get("siting.column.who"), Kind.TEXT, 40));
    columns.add(new Column("why", text.get("siting.column.why"), Kind.TEXT, 24));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SiteFacts site : sites) {
      List<@Nullable Object> row = new ArrayList<>();
      if (ranked) {
        row.add(site.rank());
      }
      row.add(site.id());
      row.add(name(site, text));
      row.add(text.label("siting.kind", site.kind()));
      row.add(site.townName());
      row.add(site.areaName());
      row.add(degrees(site.lon()));
      row.add(degrees(site.lat()));
      row.add(site.priceYuan());
      row.add(cost(site.costSource(), text));
      row.add(site.gain());
      row.add(site.gainMinutes());
      row.add(site.gainPer10kYuan());
      row.add(site.alone());
      row.add(site.alreadyServed());
      row.add(site.lossIfDropped());
      SiteFacts.Second second = site.second();
      row.add(second == null ? null : second.name() == null ? second.id() : second.name());
      row.add(second == null ? null : second.lossIfReplaced());
      row.add(who(site, text));
      row.add(site.why() == null ? null : text.label("siting.why", site.why()));
      rows.add(row);
    }
    return new ReportTable(title, columns, rows);
  }

  private String cost(String source, ReportText text) {
    if (!source.startsWith(GRANT)) {
      return text.label("siting.cost", source);
    }
    String code = source.substring(GRANT.length());
    String name =
        grants.list().stream()
            .filter(grant -> grant.code().equals(code))
            .findFirst()
            .map(grant -> text.pick(grant.zh(), grant.en()))
            .orElse(code);
    return text.get("siting.cost.grant", name);
  }

  private static String who(SiteFacts site, ReportText text) {
    return String.join(
        text.get("list.join"),
        site.who().areas().stream()
            .map(
                area ->
                    text.get(
                        "siting.whoItem",
                        area.name() == null ? area.code() : area.name(),
                        Figures.amount(area.people())))
            .toList());
  }

  private static List<Column> beforeAfter(Column first, ReportText text) {
    return List.of(
        first,
        new Column("demand", text.get("siting.column.demand"), Kind.AMOUNT, 12),
        new Column("before", text.get("siting.column.before"), Kind.AMOUNT, 12),
        new Column("after", text.get("siting.column.after"), Kind.AMOUNT, 12),
        new Column("more", text.get("siting.column.more"), Kind.AMOUNT, 12),
        new Column("shareBefore", text.get("siting.column.shareBefore"), Kind.SHARE, 10),
        new Column("shareAfter", text.get("siting.column.shareAfter"), Kind.SHARE, 10),
        new Column("unknownPoints", text.get("siting.column.unknown"), Kind.WHOLE, 10));
  }

  private static List<@Nullable Object> row(
      String name, CoverageAnswer.Numbers before, CoverageAnswer.Numbers after) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(name);
    // What nobody knows is no nought.
    boolean known = before.unknownPoints() < before.points();
    row.add(known ? before.demand() : null);
    row.add(known ? before.covered() : null);
    row.add(known ? after.covered() : null);
    row.add(known ? Math.rint((after.covered() - before.covered()) * 1e6) / 1e6 : null);
    row.add(before.coveredShare());
    row.add(after.coveredShare());
    row.add(before.unknownPoints());
    return row;
  }

  private static ReportTable towns(SelectionAnswer answer, ReportText text) {
    SitingReach.Situation before = Objects.requireNonNull(answer.before());
    SitingReach.Situation after = Objects.requireNonNull(answer.after());
    Map<String, CoverageAnswer.Numbers> then = new HashMap<>();
    after.towns().forEach(town -> then.put(town.code(), town.numbers()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CoverageAnswer.AreaNumbers town : before.towns()) {
      rows.add(
          row(
              town.name() == null ? town.code() : town.name(),
              town.numbers(),
              Objects.requireNonNull(then.get(town.code()))));
    }
    rows.add(row(text.get("siting.total"), before.total(), after.total()));
    return new ReportTable(
        text.get("siting.towns"),
        beforeAfter(new Column("town", text.get("siting.column.town"), Kind.TEXT, 20), text),
        rows);
  }

  private static ReportTable groups(SelectionAnswer answer, ReportText text) {
    SitingReach.Situation before = Objects.requireNonNull(answer.before());
    SitingReach.Situation after = Objects.requireNonNull(answer.after());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DemandGroup group : DemandGroup.values()) {
      rows.add(
          row(
              text.pick(group.zh(), group.en()),
              Objects.requireNonNull(before.groups().get(group.code())),
              Objects.requireNonNull(after.groups().get(group.code()))));
    }
    return new ReportTable(
        text.get("siting.groups"),
        beforeAfter(new Column("group", text.get("siting.column.group"), Kind.TEXT, 18), text),
        rows);
  }
}
