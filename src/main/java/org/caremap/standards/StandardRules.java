package org.caremap.standards;
import java.util.List;
class StandardRules { static final List<String> BUILT_IN = List.of("haimen-2018.yaml","xx-county-2024.yaml","guangzhou-cases.yaml","nanjing-cases.yaml","qijiang-2020.yaml","changzhi-2019.yaml"); }
