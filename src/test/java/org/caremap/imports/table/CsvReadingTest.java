package org.caremap.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.MedicalCare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
  private static final String GOOD = "id,name,type,lon,lat\nA1,东洲助餐点,meal_point,121.17,31.90\n";

  @Test
  void readsDefaultNames() {
    FacilityRow row = Tables.facilities(GOOD).only();
    assertThat(row.row()).isEqualTo(2);
    assertThat(row.externalId()).isEqualTo("A1");
    assertThat(row.name()).isEqualTo("东洲助餐点");
    assertThat(row.type()).isEqualTo("meal_point");
    assertThat(row.lon()).isEqualTo(121.17);
    assertThat(row.lat()).isEqualTo(31.90);
    assertThat(row.status()).isNull();
    assertThat(row.beds()).isNull();
    assertThat(row.services()).isNull();
    assertThat(row.sourceCrs()).isEqualTo("WGS84");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
  void findsTheEncoding(String charset) {
    assertThat(Tables.facilities(GOOD, Charset.forName(charset)).only().name()).isEqualTo("东洲助餐点");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void skipsTheByteOrderMark(String charset) {
    FacilityRow row = Tables.facilities("\uFEFF" + GOOD, Charset.forName(charset)).only();
    assertThat(row.externalId()).isEqualTo("A1");
    assertThat(row.name()).isEqualTo("东洲助餐点");
  }

  @Test
  void saysWhenItReadGb18030() {
    assertThat(Tables.facilities(GOOD, Charset.forName("GBK")).notes()).contains("GB18030");
    assertThat(Tables.facilities(GOOD).notes()).doesNotContain("GB18030");
  }

  @Test
  void chineseLetterLateInALongFileIsSeen() {
    StringBuilder text = new StringBuilder("id,name,type,lon,lat\n");
    for (int i = 0; i < 5000; i++) {
      text.append("B").append(i).append(",plain,clinic,121.2,31.9\n");
    }
    text.append("A1,东洲助餐点,meal_point,121.17,31.90\n");
    Tables.Result<FacilityRow> result = Tables.facilities(text.toString(), Charset.forName("GBK"));
    assertThat(result.report().ok()).isTrue();
    assertThat(result.rows().get(5000).name()).isEqualTo("东洲助餐点");
  }

  @Test
  void utf8CutInsideALetterIsAnErrorNotGibberish() {
    byte[] whole =
        "id,name,type,lon,lat\nA1,东洲助餐点,meal_point,121.17,31.90\nA2,东洲"
            .getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    RowError error = Tables.facilities(cut, "cut.csv", Tables.OPTIONS).onlyError();
    assertThat(error.message()).contains("UTF-8").contains("cut off");
  }

  @Test
  void oneBadPairInUtf8IsAnErrorThoughGb18030WouldTakeIt() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,name,type,lon,lat\nA1,东洲".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xB0, (byte) 0xA1}); // a letter of GBK, broken UTF-8
    bytes.write("悦来,clinic,1,2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(bytes.toByteArray(), Charset.forName("GB18030")))
        .doesNotContain("\uFFFD");
    RowError error = Tables.facilities(bytes.toByteArray(), "x.csv", Tables.OPTIONS).onlyError();
    assertThat(error.message()).contains("first bad byte at offset 30");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void sniffsTheDelimiter(String delimiter) {
    assertThat(Tables.facilities(GOOD.replace(",", delimiter)).only().lat()).isEqualTo(31.90);
  }

  @Test
  void obeysExcelsSeparatorLine() {
    FacilityRow row = Tables.facilities("sep=;\r\n" + GOOD.replace(",", ";")).only();
    assertThat(row.row()).isEqualTo(3);
  }

  @Test
  void quotesCommasLineBreaksAndCrLf() {
    FacilityRow row =
        Tables.facilities(
                "id,name,type,lon,lat,address\r\n"
                    + "A1,\"A \"\"quoted\"\", name\",meal_point,121.17,31.90,\"line 1\r\nline 2\"\r\n")
            .only();
    assertThat(row.name()).isEqualTo("A \"quoted\", name");
    assertThat(row.address()).isEqualTo("line 1\r\nline 2");
  }

  @Test
  void rowNumbersAreThoseOfASpreadsheet() {
    //  row 1 header, 2 two lines long, 3 blank, 4 blank cells, 5 bad
    RowError error =
        Tables.facilities(
                "id,name,type,lon,lat\n\"A\n1\",x,clinic,1,2\n\n,,,,\nA2,y,clinic,abc,2\n")
            .onlyError();
    assertThat(error.row()).isEqualTo(5);
    assertThat(error.field()).isEqualTo("lon");
    assertThat(error.value()).isEqualTo("abc");
  }

  @Test
  void raggedRowsAreNamedAndOthersStillRead() {
    Tables.Result<FacilityRow> result =
        Tables.facilities(
            "id,name,type,lon,lat\nA1,x,clinic,1\nA2,y,clinic,1,2,3\nA3,z,clinic,1,2,,\n");
    assertThat(result.report().errors()).extracting(RowError::row).containsExactly(2L, 3L);
    assertThat(result.report().errors().get(0).message())
        .contains("4 values")
        .contains("5 columns");
    assertThat(result.rows()).extracting(FacilityRow::externalId).containsExactly("A3");
    assertThat(result.report().read()).isEqualTo(3);
  }

  @Test
  void emptyColumnsOfASpreadsheetAreNoMatter() {
    FacilityRow row = Tables.facilities("id,name,type,lon,lat,,\nA1,x,clinic,1,2\n").only();
    assertThat(row.externalId()).isEqualTo("A1");
    assertThat(Tables.facilities("id,name,type,lon,lat,,\nA1,x,clinic,1,2,,\n").report().ok())
        .isTrue();
  }

  @Test
  void textAfterAClosingQuoteIsAnError() {
    Tables.Result<FacilityRow> result =
        Tables.facilities("id,name,type,lon,lat\nA1,\"x\"y,clinic,1,2\n");
    assertThat(result.report().ok()).isFalse();
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void unterminatedQuoteIsAnErrorAtItsRow() {
    RowError error =
        Tables.facilities(
                "id,name,type,lon,lat\nA1,x,clinic,1,2\nA2,\"y,clinic,1,2\nA3,z,clinic,1,2\n")
            .onlyError();
    assertThat(error.row()).isEqualTo(3);
    assertThat(error.message()).contains("quote");
  }

  @Test
  void emptyFileIsAnErrorButHeaderAloneIsNot() {
    assertThat(Tables.facilities("").onlyError().message()).contains("is empty");
    assertThat(Tables.facilities(" \n\n").onlyError().message()).contains("is empty");
    Tables.Result<FacilityRow> header = Tables.facilities("id,name,type,lon,lat\n");
    assertThat(header.report().ok()).isTrue();
    assertThat(header.report().read()).isZero();
  }

  @Test
  void foreignFilesAreNamed() {
    assertThat(message("%PDF-1.7 and so on")).contains("PDF").contains("CSV (UTF-8)");
    assertThat(message("PK\u0003\u0004....[Content_Types].xml")).contains("XLSX").contains("CSV");
    assertThat(message("some\u0000thing")).contains("binary");
    assertThat(message("<html><body>")).contains("HTML");
    assertThat(message("\u0001\u0002\u0003\u0004\u0005\u0006")).contains("binary");
  }

  private static String message(String start) {
    return Tables.facilities(start).onlyError().message();
  }

  @Test
  void missingColumnsAreNamedWithWhatWasFoundAndWhatIsAccepted() {
    Tables.Result<FacilityRow> result = Tables.facilities("id,title,lon\nA1,x,1\n");
    RowError error = result.onlyError();
    assertThat(error.row()).isEqualTo(1);
    assertThat(error.message()).contains("type, lat").contains("id, title, lon").contains("纬度");
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void demandNeedsAtLeastOneGroup() {
    assertThat(Tables.demand("id,lon,lat,people\nD1,1,2,3\n").onlyError().message())
        .contains("at least one group");
  }

  @Test
  void twoColumnsForOneFieldAreAnError() {
    RowError error = Tables.facilities("id,编号,name,type,lon,lat\nA1,A1,x,clinic,1,2\n").onlyError();
    assertThat(error.message()).contains("\"id\"").contains("\"编号\"");
    assertThat(
            Tables.facilities("id,name,name,type,lon,lat\nA1,x,y,clinic,1,2\n").onlyError().row())
        .isEqualTo(1);
  }

  @Test
  void secondChoiceColumnsGiveWay() {
    FacilityRow row =
        Tables.facilities("id,name,type,lon,lat,x,y\nA1,n,clinic,1,2,500000,600000\n").only();
    assertThat(row.lon()).isEqualTo(1);
    assertThat(Tables.facilities("id,name,type,x,y\nA1,n,clinic,1,2\n").only().lat()).isEqualTo(2);
  }

  @Test
  void unknownColumnsAreNotedNotUsed() {
    Tables.Result<FacilityRow> result =
        Tables.facilities("id,name,type,lon,lat,颜色\nA1,n,clinic,1,2,red\n");
    assertThat(result.report().ok()).isTrue();
    assertThat(result.notes()).contains("颜色");
  }

  @Test
  void chineseHeadingsWithUnitsWidthAndCase() {
    FacilityRow row =
        Tables.facilities(
                "编号,机构名称,类型, 经度 ,纬度,床位数（张）,联系电话,建筑面积(㎡),运营单位,Opening_Hours,是否无障碍\n"
                    + "A1,某某,助餐点,121.17,31.90,１２,0513-1,\"1,234.5\",某公司,Mo-Fr 8:00-17:00,是\n")
            .only();
    assertThat(row.beds()).isEqualTo(12);
    assertThat(row.phone()).isEqualTo("0513-1");
    assertThat(row.floorAreaSquareMeters()).isEqualTo(1234.5);
    assertThat(row.operator()).isEqualTo("某公司");
    assertThat(row.openingHours()).isEqualTo("Mo-Fr 08:00-17:00");
    assertThat(row.stepFree()).isTrue();
  }

  @Test
  void bracketsThatAreNoUnitMakeAnotherColumn() {
    // 60岁以上(男) counts men only: it must never be taken for all.
    assertThat(Tables.demand("id,lon,lat,60岁以上(男)\nD1,1,2,3\n").onlyError().message())
        .contains("at least one group");
    assertThat(Tables.demand("id,lon,lat,60岁以上（人）\nD1,1,2,3\n").only().counts()[2]).isEqualTo(3);
  }

  @Test
  void everyGroupHasChineseAndEnglishNames() {
    DemandRow row =
        Tables.demand(
                "编号,经度,纬度,常住人口,户数,60岁及以上,65+,80岁以上,独居老人,空巢,留守,失能,失智,失独,低收入\n"
                    + "D1,121.1,31.9,1,2,3,4,5,6,7,8,9,10,11,12\n")
            .only();
    assertThat(row.counts()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    DemandRow english =
        Tables.demand(
                "external_id,longitude,latitude,population,households,age_60_plus,age65,AGE80,"
                    + "living alone,empty_nest,leftBehind,disabled,dementia,bereaved,low-income\n"
                    + "D1,121.1,31.9,1,2,3,4,5,6,7,8,9,10,11,12\n")
            .only();
    assertThat(english.counts()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void everyFieldCodeIsAColumnName() {
    FacilityRow row =
        Tables.facilities(
                "id,name,type,lon,lat,nameEn,status,operator,address,phone,openingHours,fees,"
                    + "services,beds,nursingBeds,mealsPerDay,starRating,floorArea,stepFree,"
                    + "lastVerified,source,area,空床位,freePlacesOn,服务对象,送餐范围,网址,"
                    + "openedOn,sociallyRun,medicalCare,residents,landAreaSquareMeters,meetsStandard,"
                    + "leadingCentre,demonstrationSite,regionalCentre\n"
                    + "A1,n,clinic,1,2,N,closed,o,a,p,24/7,f,meals;助浴,1,2,3,4,5.5,no,2024-05-31,s,320684,"
                    + "0,2026/1/2,老人,320684001、320684002,https://example.org,"
                    + "1949-01-01,no,none,0,0,yes,None,no,yes\n")
            .only();
    assertThat(row.nameEn()).isEqualTo("N");
    assertThat(row.status()).isEqualTo("closed");
    assertThat(row.services()).isEqualTo(java.util.Set.of("meals", "bathing"));
    assertThat(List.of(row.beds(), row.nursingBeds(), row.mealsPerDay(), row.starRating()))
        .containsExactly(1, 2, 3, 4);
    assertThat(row.floorAreaSquareMeters()).isEqualTo(5.5);
    assertThat(row.stepFree()).isFalse();
    assertThat(row.lastVerified()).isEqualTo("2024-05-31");
    assertThat(row.areaCode()).isEqualTo("320684");
    assertThat(row.source()).isEqualTo("s");
    assertThat(row.freePlaces()).isZero();
    assertThat(row.freePlacesOn()).isEqualTo("2026-01-02");
    assertThat(row.audience()).isEqualTo("老人");
    assertThat(row.deliveryAreas()).containsExactly("320684001", "320684002");
    assertThat(row.website()).isEqualTo("https://example.org");
    assertThat(row.standing())
        .isEqualTo(
            new FacilityStanding(
                LocalDate.of(1949, 1, 1),
                false,
                MedicalCare.NONE,
                0,
                0.0,
                true,
                "None",
                false,
                true));
  }
}
