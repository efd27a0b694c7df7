package org.caremap.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that must be refused, each saying which parameter, its value and what is legal. */
abstract class TownRefusals extends TownCircles {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nearest?lon=121&lat=31.9&type=care_home&minuts=5 | minuts | ''    | maxMinutes
          nearest?lat=31.9&type=care_home                  | lon    | ''    | -180 180
          nearest?lon=121&type=care_home                   | lat    | ''    | -90 90
          nearest?lon=181&lat=31.9&type=care_home          | lon    | 181   | -180 180
          nearest?lon=121&lat=-90.5&type=care_home         | lat    | -90.5 | -90 90
          nearest?lon=east&lat=31.9&type=care_home         | lon    | east  | -180 180
          nearest?lon=NaN&lat=31.9&type=care_home          | lon    | NaN   | -180 180
          nearest?lon=121&lat=31.9                         | type   | ''    | care_home home_care_station
          nearest?lon=121&lat=31.9&type=castle             | type   | castle | care_home home_care_station
          nearest?lon=121&lat=31.9&type=care_home&type=castle | type | castle | care_home
          nearest?lon=121&lat=31.9&type=care_home&limit=0  | limit  | 0     | 1
          nearest?lon=121&lat=31.9&type=care_home&limit=-1 | limit  | -1    | 1
          nearest?lon=121&lat=31.9&type=care_home&limit=1.5 | limit | 1.5   | 1
          nearest?lon=121&lat=31.9&type=care_home&limit=99999999999 | limit | 99999999999 | 1
          nearest?lon=121&lat=31.9&type=care_home&maxMinutes=-3 | maxMinutes | -3 | from
          nearest?lon=121&lat=31.9&type=care_home&speedKmh=0 | speedKmh | 0 | from
          nearest?lon=121&lat=31.9&type=care_home&speedKmh=Infinity | speedKmh | Infinity | from
          nearest?lon=121&lat=31.9&type=care_home&profile=runner | profile | runner | elder stick step-free adult
          nearest?lon=121&lon=122&lat=31.9&type=care_home  | lon    | 121   | one
          coverage                                         | type   | ''    | care_home
          coverage?type=castle                             | type   | castle | care_home
          coverage?type=care_home&minutes=0                | minutes | 0    | from
          coverage?type=care_home&minutes=-15              | minutes | -15  | from
          coverage?type=care_home&minutes=1e9              | minutes | 1e9  | from
          coverage?type=care_home&minutes=soon             | minutes | soon | from
          coverage?type=care_home&minutes=5&minutes=10     | minutes | 5    | one
          coverage?type=care_home&group=age61              | group  | age61 | age60 age65 livingAlone lowIncome
          coverage?type=care_home&profile=runner           | profile | runner | step-free
          coverage?type=care_home&level=planet             | level  | planet | town village county
          coverage?type=care_home&area=nowhere             | area   | nowhere | area
          coverage?type=care_home&straightLine=perhaps     | straightLine | perhaps | true false
          coverage?type=care_home&straightLine=true&detour=0.5 | detour | 0.5 | 1
          coverage?type=care_home&Group=age60              | Group  | ''    | group
          gaps                                             | type   | ''    | care_home
          gaps?type=care_home&minutes=x                    | minutes | x    | from
          gaps?type=care_home&group=everybody              | group  | everybody | age60
          service-area?lon=121&lat=31.9&minutes=0          | minutes | 0    | from
          service-area?lon=121&lat=91&minutes=5            | lat    | 91    | -90 90
          service-area?lon=121&lat=31.9&group=age60        | group  | ''    | minutes
          facilities/F1/service-area?minutes=5&minutes=-1  | minutes | -1   | from
          facilities/F1/service-area?type=care_home        | type   | ''    | minutes
          facilities/F1/reach?minutes=0                    | minutes | 0    | from
          facilities?bbox=1,2,3                            | bbox   | 1,2,3 | west
          facilities?bbox=5,1,4,2                          | bbox   | 5,1,4,2 | west
          facilities?limit=0                               | limit  | 0     | 1
          facilities?type=castle                           | type   | castle | care_home
          facilities?colour=red                            | colour | ''    | bbox
          areas?level=planet                               | level  | planet | town
          demand/grid?cellMeters=1                         | cellMeters | 1 | 100
          """)
  void refused(String question, String parameter, String value, String legal) {
    JsonNode problem = Api.problem("/api/v1/" + question, 400);
    String detail = problem.get("detail").asText();
    assertThat(detail).contains(parameter).contains(value);
    assertThat(detail).contains(legal.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "api/v1/facilities/nobody, nobody",
    "api/v1/facilities/nobody/service-area, nobody",
    "api/v1/facilities/nobody/reach, nobody",
    "api/v1/facilities/00000000-0000-0000-0000-000000000000, 00000000-0000",
    "api/v1/areas/nowhere, nowhere",
    "api/v1/nothing-here, nothing-here",
  })
  void notFound(String path, String named) {
    assertThat(Api.problem("/" + path, 404).get("detail").asText()).contains(named);
  }

  @ParameterizedTest
  @CsvSource({"99/0/0", "3/8/0", "3/0/-1", "a/0/0"})
  void noSuchTile(String tile) {
    String detail = Api.problem("/tiles/" + tile + ".mvt", 400).get("detail").asText();
    assertThat(detail).contains(tile);
  }

  @ParameterizedTest
  @CsvSource({"nearest", "coverage", "gaps", "service-area"})
  void questionsAreOnlyAsked(String path) {
    Api.problem(path, given().delete("/api/v1/" + path), 405);
  }
}
