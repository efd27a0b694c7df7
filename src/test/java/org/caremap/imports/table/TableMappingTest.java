package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableMappingTest {
  private static ReadOptions demand(String fields) {
    return Tables.OPTIONS.withMapping(
        Tables.mapping("kind: demand\nfields:\n  id: ID\n  lon: X\n  lat: Y\n" + fields));
  }

  private static Tables.Result<DemandRow> read(String fields, String columns, String values) {
    return Tables.demand("ID,X,Y," + columns + "\nD1,121.1,31.9," + values + "\n", demand(fields));
  }

  @Test
  void renames() {
    assertThat(read("  age60: old", "old", "7").only().counts()[2]).isEqualTo(7);
  }

  @Test
  void onlyMappedFieldsAreRead() {
    Tables.Result<DemandRow> result = read("  age60: old", "old,age80", "7,8");
    assertThat(result.only().counts()[4]).isNaN();
    assertThat(result.notes()).contains("age80").contains("test.yaml");
  }

  @Test
  void sums() {
    String sum = "  age60: {sum: [m, f]}";
    assertThat(read(sum, "m,f", "7.5,8").only().counts()[2]).isEqualTo(15.5);
    assertThat(read(sum, "m,f", "7,").only().counts()[2]).isNaN();
    RowError error = read(sum, "m,f", "7,x").onlyError();
    assertThat(error.field()).isEqualTo("f");
    assertThat(error.value()).isEqualTo("x");
    assertThat(read(sum, "m,f", "7,-2").onlyError().field()).isEqualTo("f");
  }

  @Test
  void splits() {
    String text = "ID,place,n\nD1,\"31.9, 121.1\",5\n";
    String mapping =
        "kind: demand\nfields:\n  id: ID\n  age60: n\n  lon: {column: place, split: ',', part: 2}\n"
            + "  lat: {column: place, split: ',', part: 1}\n";
    ReadOptions options = Tables.OPTIONS.withMapping(Tables.mapping(mapping));
    DemandRow row = Tables.demand(text, options).only();
    assertThat(row.lon()).isEqualTo(121.1);
    assertThat(row.lat()).isEqualTo(31.9);
    RowError error = Tables.demand("ID,place,n\nD1,31.9,5\n", options).onlyError();
    assertThat(error.field()).isEqualTo("place");
    assertThat(error.message()).contains("lon is missing");
  }

  @Test
  void factorPrefixAndExtract() {
    assertThat(read("  age60: {column: o, factor: 0.5}", "o", "\"1,001\"").only().counts()[2])
        .isEqualTo(500.5);
    assertThat(read("  age60: {column: o, factor: 2}", "o", "-").only().counts()[2]).isNaN();
    assertThat(read("  age60: {column: o, extract: '^\\d+'}", "o", "19（休床中）").only().counts()[2])
        .isEqualTo(19);
    assertThat(read("  age60: {column: o, extract: '^\\d+'}", "o", "none yet").onlyError().value())
        .isEqualTo("none yet");
    assertThat(
            read("  area: {column: o, prefix: S-}\n  age60: {value: 1}", "o", "01")
                .only()
                .areaCode())
        .isEqualTo("S-01");
  }

  private static final String FACILITY =
      "kind: facilities\nfields:\n  id: ID\n  name: N\n  lon: X\n  lat: Y\n";

  private static Tables.Result<FacilityRow> facilities(String fields, String text) {
    return Tables.facilities(text, Tables.OPTIONS.withMapping(Tables.mapping(FACILITY + fields)));
  }

  private static String cases(String otherwise) {
    return "  type:\n    columns: [kind, sub]\n    map:\n      - {when: [Home, Old], value: care_home}\n"
        + "      - {when: [Support, '*'], value: clinic}\n"
        + otherwise;
  }

  private static final String KINDS =
      "ID,N,X,Y,kind,sub\n1,a,1,2,Home,Old\n2,b,1,2,Home,Young\n3,c,1,2,Support,\n4,d,1,2,Other,Old\n";

  @Test
  void casesOverSeveralColumns() {
    Tables.Result<FacilityRow> skip = facilities(cases("    otherwise: skip\n"), KINDS);
    assertThat(skip.report().ok()).isTrue();
    assertThat(skip.rows()).extracting(FacilityRow::type).containsExactly("care_home", "clinic");
    assertThat(skip.report().read()).isEqualTo(4);
    assertThat(skip.report().skipped()).isEqualTo(2);
    assertThat(skip.notes()).contains("2 rows left out: no case for type (kind+sub)");

    Tables.Result<FacilityRow> value = facilities(cases("    otherwise: hospital\n"), KINDS);
    assertThat(value.rows())
        .extracting(FacilityRow::type)
        .containsExactly("care_home", "hospital", "clinic", "hospital");

    Tables.Result<FacilityRow> error = facilities(cases(""), KINDS);
    assertThat(error.report().errors()).extracting(RowError::row).containsExactly(3L, 5L);
    assertThat(error.report().errors().get(0).value()).isEqualTo("Home | Young");
    assertThat(error.report().errors().get(0).field()).isEqualTo("kind+sub");
  }

  @Test
  void joinLeavesEmptyPartsOut() {
    String fields = "  type: {value: clinic}\n  address: {columns: [a, b, c], join: ', '}\n";
    assertThat(facilities(fields, "ID,N,X,Y,a,b,c\n1,n,1,2,High St,,Town\n").only().address())
        .isEqualTo("High St, Town");
  }

  @Test
  void datePattern() {
    String fields = "  type: {value: clinic}\n  lastVerified: {column: d, date: dd/MM/yyyy}\n";
    assertThat(facilities(fields, "ID,N,X,Y,d\n1,n,1,2,08/06/2022\n").only().lastVerified())
        .isEqualTo("2022-06-08");
    RowError error = facilities(fields, "ID,N,X,Y,d\n1,n,1,2,2022-06-08\n").onlyError();
    assertThat(error.message()).contains("dd/MM/yyyy");
  }

  @Test
  void conditionsAllHold() {
    String mapping =
        "kind: demand\nwhere:\n  - {column: in, in: [1]}\n  - {column: note, notIn: [closed, '']}\n"
            + "  - {column: ID, matches: 'D.*'}\nfields: {id: ID, lon: X, lat: Y, age60: n}\n";
    Tables.Result<DemandRow> result =
        Tables.demand(
            "ID,X,Y,n,in,note\nD1,1,2,3,1,open\nD2,1,2,3,0,open\nD3,1,2,3,1,closed\nD4,1,2,3,1,\n"
                + "E5,1,2,3,1,open\nD2,oops,2,3,0,open\n",
            Tables.OPTIONS.withMapping(Tables.mapping(mapping)));
    assertThat(result.only().externalId()).isEqualTo("D1");
    assertThat(result.report().skipped()).isEqualTo(5);
    assertThat(result.notes()).contains("2 rows left out: the mapping's condition on in.");
  }

  @Test
  void ownUnknownMarkersReplaceTheUsual() {
    String mapping =
        "kind: demand\nunknown: [suppressed]\nfields: {id: ID, lon: X, lat: Y, age60: n}\n";
    ReadOptions options = Tables.OPTIONS.withMapping(Tables.mapping(mapping));
    assertThat(Tables.demand("ID,X,Y,n\nD,1,2,Suppressed\n", options).only().counts()[2]).isNaN();
    assertThat(Tables.demand("ID,X,Y,n\nD,1,2,NA\n", options).report().ok()).isFalse();
  }

  @Test
  void delimiterAndEncodingOfTheMapping() throws Exception {
    String mapping =
        "kind: facilities\nencoding: Shift_JIS\ndelimiter: ';'\n"
            + "fields: {id: ID, name: 名前, type: {value: clinic}, lon: X, lat: Y}\n";
    byte[] bytes =
        "ID;名前;X;Y\n1;高松;134;34\n".getBytes(java.nio.charset.Charset.forName("Shift_JIS"));
    FacilityRow row =
        Tables.facilities(bytes, "sjis.csv", Tables.OPTIONS.withMapping(Tables.mapping(mapping)))
            .only();
    assertThat(row.name()).isEqualTo("高松");
  }

  @Test
  void aColumnTheFileLacksIsNamed() {
    RowError error = read("  age60: nowhere", "old", "7").onlyError();
    assertThat(error.field()).isEqualTo("nowhere");
    assertThat(error.message())
        .contains("test.yaml")
        .contains("\"nowhere\"")
        .contains("ID, X, Y, old");
  }

  @Test
  void theKindMustFit() {
    assertThat(Tables.facilities("ID\n1\n", demand("  age60: old")).onlyError().message())
        .contains("test.yaml")
        .contains("demand")
        .contains("facilities");
  }

  @Test
  void requiredFieldsMustBeMapped() {
    ReadOptions options =
        Tables.OPTIONS.withMapping(Tables.mapping("kind: facilities\nfields: {id: ID}\n"));
    assertThat(Tables.facilities("ID\n1\n", options).onlyError().message())
        .contains("name, type, lon, lat")
        .contains("test.yaml");
  }

  @Test
  void jsonIsAMappingToo() {
    assertThat(Tables.mapping("{\"kind\": \"areas\", \"fields\": {\"code\": \"c\"}}").kind())
        .isEqualTo(TableKind.AREAS);
  }

  @Test
  void textStaysText() {
    // YAML 1.1 would make 1, false and 8 of these.
    String mapping =
        "kind: demand\nwhere: {column: c, in: [01, no, 010]}\nfields: {id: c, lon: X, lat: Y, age60: n}\n";
    Tables.Result<DemandRow> result =
        Tables.demand(
            "c,X,Y,n\n01,1,2,3\nno,1,2,3\n010,1,2,3\n1,1,2,3\n",
            Tables.OPTIONS.withMapping(Tables.mapping(mapping)));
    assertThat(result.rows()).extracting(DemandRow::externalId).containsExactly("01", "no", "010");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: roads, fields: {}} | kind \"roads\" must be facilities, demand or areas",
        "{fields: {id: a}} | key \"kind\" is missing",
        "{kind: demand} | key \"fields\" is missing",
        "{kind: demand, fields: {id: a}, colour: red} | unknown key \"colour\"",
        "{kind: demand, fields: {beds: a}} | unknown key \"beds\"",
        "{kind: demand, fields: {}} | at least one field",
        "{kind: demand, fields: {id: {}}} | exactly one of column, columns, sum, value",
        "{kind: demand, fields: {id: {column: a, value: b}}} | exactly one of",
        "{kind: demand, fields: {id: {column: a, colum: b}}} | fields.id: unknown key \"colum\"",
        "{kind: demand, fields: {id: {column: a, split: ','}}} | key \"part\" is missing",
        "{kind: demand, fields: {id: {column: a, split: ',', part: 0}}} | whole number from 1",
        "{kind: demand, fields: {id: {column: a, join: ','}}} | join is only legal with columns",
        "{kind: demand, fields: {id: {columns: [a, b]}}} | key \"join\" is missing",
        "{kind: demand, fields: {id: {columns: [a], map: [{when: [x, y], value: z}]}}} | 2 texts but there are 1",
        "{kind: demand, fields: {id: {column: a, otherwise: skip}}} | otherwise is only legal with map",
        "{kind: demand, fields: {id: {column: a, factor: x}}} | factor \"x\" must be a number",
        "{kind: demand, fields: {id: {column: a, date: bbb}}} | date pattern",
        "{kind: demand, fields: {id: {column: a, extract: '('}}} | regular expression",
        "{kind: demand, where: {column: a}, fields: {id: a}} | exactly one of in, notIn, matches",
        "{kind: demand, where: {column: a, in: [1], notIn: [2]}, fields: {id: a}} | exactly one of",
        "{kind: demand, encoding: klingon, fields: {id: a}} | no known encoding",
        "{kind: demand, delimiter: abc, fields: {id: a}} | single character",
        "{kind: demand, kind: areas, fields: {id: a}} | is not YAML",
        "'{kind: ' | is not YAML",
        "[1, 2] | must be an object",
        "'' | must be an object"
      })
  void slipsAreNamed(String yaml, String message) {
    assertThatThrownBy(() -> Tables.mapping(yaml == null ? "" : yaml))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("Mapping test.yaml")
        .hasMessageContaining(message);
  }
}
