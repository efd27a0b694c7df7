package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.MedicalCare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "1,234|1234",
        "1,234,567.5|1234567.5",
        "１２３|123",
        " 7 |7",
        "0|0",
        "3.25|3.25",
        "1e3|1000",
        ".5|0.5",
        "+4|4",
        "１，２３４|1234"
      })
  void readsCounts(String text, double expected) {
    assertThat(count(text).only().counts()[2]).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many",
        "12人",
        "-1",
        "－1",
        "Infinity",
        "0x10",
        "1d",
        "12f",
        "1,23",
        "1 2",
        "1.2.3",
        "1e999",
        "12,34,567",
        "200000000",
        "3,5",
        "١٢"
      })
  void refusesWhatIsNoCount(String text) {
    RowError error = count(text).onlyError();
    assertThat(error.row()).isEqualTo(2);
    assertThat(error.field()).isEqualTo("age60");
    assertThat(error.value()).isEqualTo(text.strip());
    assertThat(error.message()).contains("from 0 to 100000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "—", "/", "NA", "n/a", "NaN", "未知", "不详", "－", "null"})
  void unknownIsNotZero(String text) {
    Tables.Result<DemandRow> result = count(text);
    assertThat(result.only().counts()[2]).isNaN();
    assertThat(result.only().counts()[0]).isEqualTo(9);
  }

  private static Tables.Result<DemandRow> count(String text) {
    return Tables.demand("id,lon,lat,residents,age60\nD1,121,31,9,\"" + text + "\"\n");
  }

  @ParameterizedTest
  @CsvSource({"beds,48.0", "beds,0", "starRating,5", "mealsPerDay,100", "nursingBeds,'1,000'"})
  void wholeNumbersPass(String column, String value) {
    assertThat(Tables.facilityWith(column, value).report().ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "beds,4.5",
    "beds,-1",
    "beds,many",
    "starRating,6",
    "starRating,4.5",
    "starRating,-1",
    "floorArea,-2",
    "floorArea,big",
    "mealsPerDay,1e9"
  })
  void otherNumbersAreRefused(String column, String value) {
    RowError error = Tables.facilityWith(column, value).onlyError();
    assertThat(error.field()).isEqualTo(column);
    assertThat(error.value()).isEqualTo(value);
    assertThat(error.message()).contains("from 0 to");
  }

  @Test
  void starsInChinese() {
    assertThat(Tables.facilityWith("星级", "三星级").only().starRating()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "是,true",
    "有,true",
    "yes,true",
    "TRUE,true",
    "1,true",
    "否,false",
    "无,false",
    "No,false",
    "false,false",
    "0,false"
  })
  void flags(String text, boolean expected) {
    assertThat(Tables.facilityWith("stepFree", text).only().stepFree()).isEqualTo(expected);
  }

  @Test
  void otherFlagsAreRefused() {
    assertThat(Tables.facilityWith("stepFree", "maybe").onlyError().message())
        .contains("true, false");
  }

  @ParameterizedTest
  @CsvSource({
    "无,none",
    "none,none",
    "未签约,none",
    "签约,agreement",
    "是,agreement",
    "agreement,agreement",
    "内设,site",
    "同址,site",
    "Site,site",
    "未知,",
    "-,",
    "n/a,"
  })
  void medicalCare(String text, String expected) {
    MedicalCare care = Tables.facilityWith("medicalCare", text).only().standing().medicalCare();
    assertThat(care == null ? null : care.code()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "是否社会化运营,公建民营,true",
    "社会力量运营,否,false",
    "是否达标,达标,true",
    "标准化,未达标,false",
    "示范点,有,true",
    "区域性养老中心,无,false"
  })
  void flagsOfStanding(String heading, String text, boolean expected) {
    FacilityStanding standing = Tables.facilityWith(heading, text).only().standing();
    List<Boolean> said = new ArrayList<>();
    said.add(standing.sociallyRun());
    said.add(standing.meetsStandard());
    said.add(standing.demonstrationSite());
    said.add(standing.regionalCentre());
    said.removeIf(flag -> flag == null);
    assertThat(said).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1948-12-31", "2101-01-01", "2018"})
  void impossibleOpeningDaysAreRefused(String text) {
    RowError error = Tables.facilityWith("开业日期", text).onlyError();
    assertThat(error.field()).isEqualTo("开业日期");
    assertThat(error.message()).contains("legal is a day");
  }

  @Test
  void whatStandardsAskInChinese() {
    FacilityRow row =
        Tables.facilities(
                "编号,名称,类型,经度,纬度,开业日期,成立时间,社会化运营,医养结合,入住人数（人）,用地面积（平方米）,是否达标,所属中心,示范点,中心敬老院\n"
                    + "A1,n,养老院,121,32,2018年5月1日,2016-01-01,是,内设,86,\"12,000\",是,C-7,否,是\n")
            .only();
    assertThat(row.standing())
        .isEqualTo(
            new FacilityStanding(
                LocalDate.of(2018, 5, 1),
                true,
                MedicalCare.SITE,
                86,
                12_000.0,
                true,
                "C-7",
                false,
                true));
  }

  @ParameterizedTest
  @CsvSource({"care_home", "CARE HOME", "养老院", "敬老院", "Care-Home", "Care home"})
  void typesByCodeAndLabel(String text) {
    assertThat(Tables.facilities("id,name,type,lon,lat\nA1,n," + text + ",1,2\n").only().type())
        .isEqualTo("care_home");
  }

  @Test
  void unknownTypeListsTheLegalOnes() {
    RowError error = Tables.facilities("id,name,type,lon,lat\nA1,n,pub,1,2\n").onlyError();
    assertThat(error.field()).isEqualTo("type");
    assertThat(error.value()).isEqualTo("pub");
    assertThat(error.message()).contains("care_home").contains("meal_point");
    assertThat(Tables.facilities("id,name,type,lon,lat\nA1,n,,1,2\n").onlyError().message())
        .contains("missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"助餐;日托", "助餐、日托", "meals, day_care", "助餐，日托", "助餐|日托", "助餐；日托；"})
  void servicesAreSplit(String text) {
    assertThat(Tables.facilityWith("services", text).only().services())
        .isEqualTo(Set.of("meals", "day_care"));
  }

  @Test
  void unknownServiceNamesThePart() {
    RowError error = Tables.facilityWith("services", "助餐;skydiving").onlyError();
    assertThat(error.value()).isEqualTo("skydiving");
    assertThat(error.message()).contains("bathing");
  }

  @ParameterizedTest
  @CsvSource({"在建,building", "planned,planned", "运营中,operating", "Active,operating", "停业,closed"})
  void statuses(String text, String expected) {
    assertThat(Tables.facilityWith("状态", text).only().status()).isEqualTo(expected);
  }

  @Test
  void openingHoursAreParsed() {
    assertThat(
            Tables.facilityWith("openingHours", "Mo-Su 11:00-13:00, 16:30-18:00")
                .only()
                .openingHours())
        .isEqualTo("Mo-Su 11:00-13:00,16:30-18:00");
    assertThat(Tables.facilityWith("营业时间", "08：00-17：00").only().openingHours())
        .isEqualTo("08:00-17:00");
    RowError error = Tables.facilityWith("营业时间", "sometimes").onlyError();
    assertThat(error.field()).isEqualTo("营业时间");
    assertThat(error.message()).contains("opening_hours").contains("Mo-Fr 08:00-17:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-31",
        "2024/5/31",
        "2024.5.31",
        "20240531",
        "2024年5月31日",
        "2024-05-31T08:00:00"
      })
  void dates(String text) {
    assertThat(Tables.facilityWith("lastVerified", text).only().lastVerified())
        .isEqualTo("2024-05-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/05/2024", "2024-02-30", "yesterday", "2024-13-01"})
  void otherDatesAreRefused(String text) {
    assertThat(Tables.facilityWith("lastVerified", text).onlyError().message())
        .contains("2024-05-31");
  }

  @Test
  void idsAreTrimmedRequiredAndUnique() {
    Tables.Result<FacilityRow> result =
        Tables.facilities(
            "id,name,type,lon,lat\n A1 ,a,clinic,1,2\n,b,clinic,1,2\n\u3000A1\u00A0,c,clinic,1,2\n");
    assertThat(result.rows()).extracting(FacilityRow::externalId).containsExactly("A1");
    assertThat(result.report().errors()).extracting(RowError::row).containsExactly(3L, 4L);
    assertThat(result.report().errors().get(0).message()).contains("id is missing");
    assertThat(result.report().errors().get(1).message()).contains("row 2");
    assertThat(result.report().errors().get(1).value()).isEqualTo("A1");
  }

  @Test
  void aRowWithSeveralFaultsNamesEachOnce() {
    Tables.Result<FacilityRow> result =
        Tables.facilities("id,name,type,lon,lat,beds\n,,pub,abc,,x\n");
    assertThat(result.report().errors())
        .extracting(RowError::field)
        .containsExactly("id", "name", "type", "lon", "lat", "beds");
    Tables.Result<FacilityRow> long2 =
        Tables.facilities(
            "id,name,type,lon,lat\n"
                + "A".repeat(300)
                + ","
                + "n".repeat(400)
                + ",\u0007clinic,1,2\n");
    assertThat(long2.report().errors())
        .extracting(RowError::field)
        .containsExactly("id", "name", "type");
  }

  @Test
  void lengthsAndControlCharacters() {
    assertThat(Tables.facilities(row("A".repeat(200), "n")).report().ok()).isTrue();
    assertThat(Tables.facilities(row("A".repeat(201), "n")).onlyError().message()).contains("200");
    assertThat(Tables.facilities(row("A1", "n".repeat(301))).onlyError().message()).contains("300");
    RowError error = Tables.facilities(row("A1", "bell\u0007")).onlyError();
    assertThat(error.field()).isEqualTo("name");
    assertThat(error.value()).isEqualTo("bell?");
    assertThat(error.message()).contains("U+0007");
  }

  private static String row(String id, String name) {
    return "id,name,type,lon,lat\n" + id + "," + name + ",clinic,1,2\n";
  }

  @Test
  void aNameMayBeCalledNone() {
    assertThat(Tables.facilities(row("NA", "None")).only().name()).isEqualTo("None");
    assertThat(Tables.facilities(row("A1", "-")).onlyError().message()).contains("name is missing");
  }

  @Test
  void errorsBeyondTheListAreCounted() {
    StringBuilder text = new StringBuilder("id,lon,lat,age60\n");
    int rows = ReadReport.KEPT_ERRORS + 7;
    for (int i = 0; i < rows; i++) {
      text.append(i).append(",1,2,x\n");
    }
    ReadReport report = Tables.demand(text.toString()).report();
    assertThat(report.errorCount()).isEqualTo(rows);
    assertThat(report.errors()).hasSize(ReadReport.KEPT_ERRORS);
    assertThat(report.ok()).isFalse();
  }
}
