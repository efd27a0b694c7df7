package org.caremap.search;

/**
 * Where the parts of a Chinese name meet: before and after what says of which level an area is.
 * People leave such parts out, so that 永安助餐 finds 海门街道永安社区助餐点.
 */
final class NameParts {
  /** Longer ones first, since the first that fits counts. */
  private static final String[] SUFFIXES = {
    "居民委员会", "村民委员会", "居委会", "村委会", "工业园区", "开发区", "高新区", "社区", "街道", "新村", "小区", "村", "镇", "乡",
    "市", "县", "区", "省", "路", "街", "巷"
  };

  private NameParts() {}

  /**
   * Length of the suffix that starts at a place.
   *
   * @param text normalized
   * @param at in [1, length)
   * @return 0 if none does
   */
  static int suffixAt(String text, int at) {
    switch (text.charAt(at)) {
      case '居', '村', '工', '开', '高', '社', '街', '新', '小', '镇', '乡', '市', '县', '区', '省', '路', '巷' -> {
        for (String suffix : SUFFIXES) {
          if (text.startsWith(suffix, at)) {
            return suffix.length();
          }
        }
        return 0;
      }
      default -> {
        return 0;
      }
    }
  }
}
