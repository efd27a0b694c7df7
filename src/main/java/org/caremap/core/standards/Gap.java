package org.caremap.core.standards;

/**
 * One input that is missing.
 *
 * @param field what is not known
 * @param of of what kind of thing
 * @param id of which one
 */
public record Gap(Field field, Of of, String id) {
  /** Kinds of things that can lack an input. */
  public enum Of {
    AREA("个区域", "area", "areas"),
    FACILITY("处设施", "facility", "facilities"),
    RULE("条规则", "rule", "rules");

    private final String zh;
    private final String one;
    private final String many;

    Of(String zh, String one, String many) {
      this.zh = zh;
      this.one = one;
      this.many = many;
    }

    /** So many of them, in Chinese. */
    public String zh(int count) {
      return count + " " + zh;
    }

    /** So many of them, in English. */
    public String en(int count) {
      return count + " " + (count == 1 ? one : many);
    }
  }

  /** Inputs that can be missing; codes as the API and imports name them. */
  public enum Field {
    AREA_CODE("areaCode", "所在区域"),
    OPERATOR("operator", "运营方"),
    SOCIALLY_RUN("sociallyRun", "是否社会化运营"),
    MEDICAL_CARE("medicalCare", "医疗服务方式"),
    RESIDENTS_OF_HOME("residents", "入住人数"),
    LAND_AREA("landAreaSquareMeters", "用地面积"),
    FLOOR_AREA("floorAreaSquareMeters", "建筑面积"),
    BEDS("beds", "床位数"),
    NURSING_BEDS("nursingBeds", "护理型床位数"),
    MEETS_STANDARD("meetsStandard", "是否达到标准"),
    LEADING_CENTRE("leadingCentre", "牵头的服务中心"),
    DEMONSTRATION_SITE("demonstrationSite", "是否示范点"),
    REGIONAL_CENTRE("regionalCentre", "是否区域性中心"),
    OPENED_ON("openedOn", "启用日期"),
    URBAN("urban", "城镇或农村"),
    ZONE("serviceZone", "服务分区"),
    ESTATE_AGE("estateAge", "新建或老旧小区"),
    HOUSEHOLDS("households", "户数"),
    RESIDENTS("residents", "居民人数"),
    ELDERS("elders", "老年人数"),
    PURCHASED_SERVICE("purchasedServiceElders", "享受政府购买服务的老年人数"),
    EMERGENCY_CALL("emergencyCallElders", "使用紧急呼叫服务的老年人数"),
    REGIONAL_PROVISION("regionalProvision", "是否开展区域性集中供养"),
    BOUNDARY("boundary", "边界"),
    FEW_ELDERS("what counts as few elders", "“老年人口较少”的界定");

    private final String code;
    private final String zh;

    Field(String code, String zh) {
      this.code = code;
      this.zh = zh;
    }

    /** As the API names it. */
    public String code() {
      return code;
    }

    /** For people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}
