package org.caremap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleOptions;
import org.caremap.testing.Typist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
  private static final int FIRST = 10;
  private static final List<String> NAMES = new ArrayList<>();
  private static final SearchIndex SAMPLE = sample();

  private static SearchEntry entry(SearchKind kind, String name, String... weaker) {
    return new SearchEntry(
        kind, null, null, null, name, List.of(), List.of(weaker), null, null, 121, 31);
  }

  private static SearchIndex sample() {
    SampleCounty county = SampleCounty.of(SampleOptions.standard());
    List<SearchEntry> entries = new ArrayList<>();
    county.areas().forEach(a -> entries.add(entry(SearchKind.AREA, a.name())));
    county.facilities(
        f -> {
          NAMES.add(f.name());
          entries.add(
              f.address() == null
                  ? entry(SearchKind.FACILITY, f.name())
                  : entry(SearchKind.FACILITY, f.name(), f.address()));
        });
    return SearchIndex.of(entries);
  }

  private static List<String> names(SearchIndex index, String typed) {
    return index.find(typed, FIRST, null).stream().map(hit -> hit.entry().name()).toList();
  }

  private static void assertFound(UnaryOperator<String> typing) {
    List<String> missed = new ArrayList<>();
    for (String name : NAMES) {
      String typed = typing.apply(name);
      if (!names(SAMPLE, typed).contains(name)) {
        missed.add(name + " by " + typed + ": " + names(SAMPLE, typed));
      }
    }
    assertThat(missed).isEmpty();
    assertThat(NAMES).hasSizeGreaterThan(700);
  }

  @Test
  void everyFacilityByName() {
    assertFound(name -> name);
  }

  @Test
  void everyFacilityByPinyin() {
    assertFound(Typist::pinyin);
  }

  /** Initials of many coincide: up to ten of them are all there. */
  @Test
  void everyFacilityByInitials() {
    Map<String, Integer> sharing = new HashMap<>();
    NAMES.forEach(name -> sharing.merge(Typist.initials(name), 1, Integer::sum));
    assertThat(sharing.values()).as("most are told apart").contains(1);
    List<String> missed = new ArrayList<>();
    for (String name : NAMES) {
      String typed = Typist.initials(name);
      if (sharing.get(typed) <= FIRST && !names(SAMPLE, typed).contains(name)) {
        missed.add(name + " by " + typed + ": " + names(SAMPLE, typed));
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 320684})
  void everyFacilityWithOneTypo(long seed) {
    System.out.println("seed " + seed);
    Typist typist = new Typist(seed);
    assertFound(typist::withChineseTypo);
    assertFound(name -> typist.withLatinTypo(Typist.pinyin(name)));
  }

  private static SearchIndex of(String... names) {
    List<SearchEntry> entries = new ArrayList<>();
    for (String name : names) {
      entries.add(entry(SearchKind.FACILITY, name));
    }
    return SearchIndex.of(entries);
  }

  @ParameterizedTest
  @CsvSource({
    "永安社区助餐点, EXACT",
    "永安社区, NAME",
    "助餐, NAME",
    "永安助餐点, NAME",
    "yonganshequzhucandian, PINYIN",
    "yonganzhucan, PINYIN",
    "YongAn ZhuCan, PINYIN",
    "永安 zhucan, PINYIN",
    "zhucan 永安, PINYIN",
    "yongan社区, PINYIN",
    "永按社区助餐点, PINYIN",
    "yong'an, PINYIN",
    "yo, PINYIN",
    "yasqzcd, INITIALS",
    "yazcd, INITIALS",
    "永安zcd, INITIALS",
    "zcd, INITIALS",
    "y, PINYIN",
    "yongangshequzhucandian, TYPO",
    "yonganzucan, TYPO",
    "yongansequzhucandian, TYPO",
    "yonganhsequzhucandian, TYPO",
    "永安社区助餐店, PINYIN",
    "永安社区助点, TYPO",
    "永安社居助餐店, TYPO",
    "永安小区助餐点, TYPO",
    "永安社區助餐點, EXACT",
    "' 永安 社区，助餐点 ', EXACT",
  })
  void whatPeopleType(String typed, SearchMatch match) {
    SearchIndex index = of("永安社区助餐点", "平乐村护理站", "三星社区日间照料中心");
    assertThat(index.find(typed, FIRST, null)).isNotEmpty();
    SearchHit first = index.find(typed, FIRST, null).get(0);
    assertThat(first.entry().name()).isEqualTo("永安社区助餐点");
    assertThat(first.match()).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({
    "changle, 长乐村",
    "zhangle, 长乐村",
    "cl, 长乐村",
    "zl, 长乐村",
    "lvyuan, 绿园社区",
    "luyuan, 绿园社区",
    "lüyuan, 绿园社区",
    "ｌｖｙｕａｎ, 绿园社区",
    "chongqing, 重庆路",
    "yinhang, 银行新村",
    "yh, 银行新村",
    "niushan, 柳山镇",
    "caffe, Caffè Nero",
    "CAFFE NERO, Caffè Nero",
    "cn, Caffè Nero",
    "nero caffe, Caffè Nero",
    "stret, Port Street",
    "prot street, Port Street",
    "boa, Bridge of Allan",
    "bridge alan, Bridge of Allan",
    "irling, Stirling",
    "stirlng, Stirling",
  })
  void readingsAndWords(String typed, String name) {
    SearchIndex index =
        of(
            "长乐村",
            "绿园社区",
            "重庆路",
            "银行新村",
            "柳山镇",
            "Caffè Nero",
            "Port Street",
            "Bridge of Allan",
            "Stirling");
    assertThat(names(index, typed)).first().isEqualTo(name);
  }

  @Test
  void order() {
    SearchIndex index =
        SearchIndex.of(
            List.of(
                entry(SearchKind.FACILITY, "海门"),
                entry(SearchKind.AREA, "海门"),
                entry(SearchKind.AREA, "海门街道"),
                entry(SearchKind.FACILITY, "上海门诊部"),
                entry(SearchKind.FACILITY, "海门养老院"),
                entry(SearchKind.FACILITY, "孩们之家"),
                entry(SearchKind.FACILITY, "护理站", "海门路 3 号")));
    List<SearchHit> hits = index.find("海门", FIRST, null);
    assertThat(hits.stream().map(h -> h.entry().kind() + h.entry().name()))
        .containsExactly(
            "AREA海门",
            "FACILITY海门",
            "AREA海门街道",
            "FACILITY海门养老院",
            "FACILITY护理站",
            "FACILITY上海门诊部",
            "FACILITY孩们之家");
    assertThat(index.find("海门", 2, SearchKind.FACILITY)).hasSize(2);
    assertThat(index.find("海门", FIRST, SearchKind.STREET)).isEmpty();
  }

  /** More lie in the county than candidates are looked at, and all bear its name behind theirs. */
  @Test
  void theCountyBeforeAllThatLiesInIt() {
    List<SearchEntry> entries = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      entries.add(entry(SearchKind.STREET, "路" + i, "海门市示例县 路" + i));
    }
    entries.add(entry(SearchKind.AREA, "海门市示例县"));
    SearchIndex index = SearchIndex.of(entries);
    for (String typed : List.of("海门市示例县", "海门", "haimen", "hm", "haimne")) {
      assertThat(names(index, typed)).first().isEqualTo("海门市示例县");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "\"'", "（）", "∞", "\u0000", "%_*?\\", "🏥🏥"})
  void nothingToLookFor(String typed) {
    assertThat(SAMPLE.find(typed, FIRST, null)).isEmpty();
  }

  @Test
  void longTextsAreNoTrouble() {
    assertThat(SAMPLE.find("永".repeat(200), FIRST, null)).isEmpty();
    assertThat(SAMPLE.find("yong".repeat(50), FIRST, null)).isEmpty();
    assertThat(SAMPLE.find("行".repeat(200), FIRST, null)).isEmpty();
    assertThat(SAMPLE.find("a b c d e f g h i j ".repeat(10), FIRST, null)).isEmpty();
    String name = NAMES.get(0);
    assertThat(names(SAMPLE, name + " 😀 \"")).contains(name);
  }

  @Test
  void numbersAreNoTypos() {
    SearchIndex index =
        SearchIndex.of(
            List.of(
                house("人民路12号", "人民路"),
                house("人民路122号", "人民路"),
                house("14 Port Street", "Port Street"),
                house("20 Port Street", "Port Street"),
                house("165 Port Road Street", "Port Road Street"),
                new SearchEntry(
                    SearchKind.STREET,
                    null,
                    null,
                    null,
                    "人民路",
                    List.of(),
                    List.of(),
                    null,
                    "人民路",
                    121,
                    31),
                new SearchEntry(
                    SearchKind.STREET,
                    null,
                    null,
                    null,
                    "Port Street",
                    List.of(),
                    List.of(),
                    null,
                    "Port Street",
                    121,
                    31)));
    assertThat(names(index, "人民路12号")).containsExactly("人民路12号");
    assertThat(names(index, "renminlu12")).containsExactly("人民路12号", "人民路122号");
    // Not known: the nearest that is, and the street itself.
    assertThat(names(index, "人民路90号")).containsExactly("人民路122号", "人民路");
    assertThat(names(index, "人民路 3号 2室")).containsExactly("人民路12号", "人民路");
    assertThat(names(index, "port street 16")).startsWith("14 Port Street", "Port Street");
    assertThat(names(index, "18 port street")).containsExactly("20 Port Street", "Port Street");
    assertThat(names(index, "Port Street 14")).containsExactly("14 Port Street");
    assertThat(index.find("18 prot street", FIRST, null).get(0).match())
        .isEqualTo(SearchMatch.TYPO);
  }

  private static SearchEntry house(String address, String street) {
    String number = address.replaceAll("\\D", "");
    return new SearchEntry(
        SearchKind.ADDRESS,
        null,
        null,
        null,
        address,
        List.of(street + " " + number),
        List.of(),
        null,
        street,
        121,
        31);
  }
}
