package org.caremap.sample;

/** Invented Chinese names. Each settlement name is given out once. */
final class Names {
  private static final String FIRST = "永兴长新同德民三双万大中东南西北青海江秀天福和安太树富聚平保锦瑞川汤";
  private static final String SECOND = "安丰乐和盛宁桥圩仁义港园泰忠合星庆旺林河塘阳灶场明昌荣竹洪南";
  private static final String[] STREETS = {
    "人民", "解放", "长江", "江海", "秀山", "北京", "张謇", "青海", "黄海", "通海", "复兴", "丝绸", "珠江", "瑞江", "厦门", "广州",
    "浦江", "富江", "嘉陵江", "香港", "上海", "民生", "建设", "文化", "育才", "工农", "团结", "新海", "滨河", "东洲", "狮山", "龙馨"
  };
  private static final String[] CANALS = {
    "匡", "甲", "圩", "三", "四", "五", "六", "七", "八", "民灶", "竖", "横"
  };

  private final int[] order;
  private int given;

  Names(Dice dice) {
    order = new int[FIRST.length() * SECOND.length()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    dice.shuffle(order);
  }

  /** A settlement's name without 村 or 社区. */
  String settlement() {
    int round = given / order.length;
    int pick = order[given++ % order.length];
    String name = "" + FIRST.charAt(pick / SECOND.length()) + SECOND.charAt(pick % SECOND.length());
    return round == 0 ? name : name + "新老上下前后".charAt((round - 1) % 6);
  }

  String street(Dice dice) {
    String part = dice.pick("", "", "", "东", "西", "南", "北", "中");
    return dice.pick(STREETS) + part + dice.pick("路", "路", "路", "街");
  }

  String countryRoad(Dice dice) {
    return FIRST.charAt(dice.below(FIRST.length())) + dice.pick(CANALS) + "路";
  }

  String canal(Dice dice) {
    return FIRST.charAt(dice.below(FIRST.length())) + dice.pick(CANALS) + "河";
  }

  String lane(Dice dice) {
    return ""
        + FIRST.charAt(dice.below(FIRST.length()))
        + SECOND.charAt(dice.below(SECOND.length()))
        + dice.pick("路", "巷", "街", "弄");
  }
}
