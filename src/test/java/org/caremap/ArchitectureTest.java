package org.caremap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between the rooms, as the README draws them. */
@AnalyzeClasses(packages = "org.caremap", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.caremap.";

  @ArchTest
  static final ArchRule CORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage(ROOT + "core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.locationtech.jts..", "org.jspecify.annotations..", ROOT + "core..");

  @ArchTest static final ArchRule GEO_STANDS_ON_NOTHING = coreSeesOnly("geo");

  @ArchTest static final ArchRule GRAPH_STANDS_ON_GEO = coreSeesOnly("graph", "geo");

  @ArchTest static final ArchRule ROUTING_STANDS_ON_GRAPH = coreSeesOnly("routing", "graph", "geo");

  @ArchTest
  static final ArchRule COVERAGE_STANDS_ON_ROUTING =
      coreSeesOnly("coverage", "routing", "graph", "geo");

  @ArchTest static final ArchRule STANDARDS_STAND_ON_GEO = coreSeesOnly("standards", "geo");

  @ArchTest static final ArchRule TARGETS_STAND_ALONE = coreSeesOnly("targets");

  @ArchTest
  static final ArchRule SITING_STANDS_ON_COVERAGE =
      coreSeesOnly("siting", "coverage", "routing", "graph", "geo");

  @ArchTest
  static final ArchRule OSM_AND_SAMPLE_SEE_CORE_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "osm..", ROOT + "sample..")
          .should()
          .dependOnClassesThat(
              ours().and(DescribedPredicate.not(inRooms("core", "osm", "sample"))));

  @ArchTest
  static final ArchRule PLATFORM_SEES_NO_SLICE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "platform..")
          .should()
          .dependOnClassesThat(ours().and(DescribedPredicate.not(inRooms("platform", "core"))));

  @ArchTest
  static final ArchRule SLICES_ARE_FREE_OF_CYCLES =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_SEES_THE_LAUNCH_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "launch..");

  @ArchTest
  static final ArchRule STORES_AND_ENTITIES_STAY_IN_THEIR_SLICE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .or()
          .haveSimpleNameEndingWith("Entity")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule ONLY_STORES_KNOW_ENTITIES =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Store")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Entity");

  private static ArchRule coreSeesOnly(String room, String... below) {
    DescribedPredicate<JavaClass> allowed = inRooms("core." + room);
    for (String lower : below) {
      allowed = allowed.or(inRooms("core." + lower));
    }
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "core." + room + "..")
        .should()
        .dependOnClassesThat(ours().and(DescribedPredicate.not(allowed)));
  }

  private static DescribedPredicate<JavaClass> ours() {
    return JavaClass.Predicates.resideInAPackage("org.caremap..");
  }

  private static DescribedPredicate<JavaClass> inRooms(String... rooms) {
    DescribedPredicate<JavaClass> any = DescribedPredicate.alwaysFalse();
    for (String room : rooms) {
      any = any.or(JavaClass.Predicates.resideInAPackage(ROOT + room + ".."));
    }
    return any;
  }
}
