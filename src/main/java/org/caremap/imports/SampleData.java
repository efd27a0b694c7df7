package org.caremap.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.caremap.area.Area;
import org.caremap.area.AreaFacts;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaService;
import org.caremap.candidate.Candidate;
import org.caremap.candidate.CandidateDetails;
import org.caremap.candidate.CandidateService;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityService;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.FacilityStatus;
import org.caremap.facility.MedicalCare;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundKind;
import org.caremap.platform.DataChanged;
import org.caremap.population.DemandPoint;
import org.caremap.population.PopulationService;
import org.caremap.sample.SampleArea;
import org.caremap.sample.SampleCandidate;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleFacility;
import org.caremap.sample.SampleOptions;
import org.caremap.sample.SampleStanding;
import org.caremap.sample.StreetSink;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sample county 示例数据 in this installation: loading it, and making way for real data. */
@ApplicationScoped
public class SampleData {
  private static final Logger LOG = Logger.getLogger(SampleData.class);
  private static final String NAME = "示例数据 Sample county";
  private static final String SOURCE = "示例数据 Sample data (synthetic)";

  private final StreetService streets;
  private final FacilityService facilities;
  private final PopulationService population;
  private final AreaService areas;
  private final CandidateService candidates;
  private final Catalogs catalogs;
  private final Installation installation;
  private final Event<DataChanged> changed;

  SampleData(
      StreetService streets,
      FacilityService facilities,
      PopulationService population,
      AreaService areas,
      CandidateService candidates,
      Catalogs catalogs,
      Installation installation,
      Event<DataChanged> changed) {
    this.streets = streets;
    this.facilities = facilities;
    this.population = population;
    this.areas = areas;
    this.candidates = candidates;
    this.catalogs = catalogs;
    this.installation = installation;
    this.changed = changed;
  }

  /** Whether sample data are shown now. */
  public boolean isLoaded() {
    return streets.find().map(StreetNetwork::sample).orElse(false)
        || population.points().size() > 0 && population.points().isSample(0)
        || facilities.catalog().list().stream().anyMatch(f -> f.sample())
        || areas.tree().list().stream().anyMatch(Area::sample)
        || candidates.list().stream().anyMatch(Candidate::sample);
  }

  /** Loads the sample where nothing is stored and nothing real ever was. */
  public void loadIfFirstStart() throws IOException {
    if (catalogs.isEmpty() && !installation.hadRealImport()) {
      load(SampleOptions.standard());
    }
  }

  /** Loads a sample county of any size; the caller has made sure that nothing is stored. */
  public void load(SampleOptions options) throws IOException {
    long start = System.nanoTime();
    SampleCounty county = SampleCounty.of(options);
    StreetNetwork network =
        streets.stage(
            graph(county), background(county), List.of(), drives(county), NAME, SOURCE, null, true);
    List<FacilityDetails> sampleFacilities = new ArrayList<>();
    county.facilities(f -> sampleFacilities.add(details(f)));
    List<DemandPoint> sampleDemand = new ArrayList<>();
    county.demand(
        d ->
            sampleDemand.add(
                new DemandPoint(d.externalId(), d.lon(), d.lat(), d.areaCode(), d.counts())));
    List<CandidateDetails> sampleCandidates =
        county.candidates().stream().map(SampleData::candidate).toList();
    List<Area> sampleAreas = county.areas().stream().map(SampleData::area).toList();
    QuarkusTransaction.requiringNew()
        .timeout(3600)
        .run(
            () -> {
              streets.commit(network);
              areas.insertSample(sampleAreas);
              population.insertSample(sampleDemand);
              facilities.insertSample(sampleFacilities);
              candidates.insertSample(sampleCandidates);
            });
    streets.publish(network);
    catalogs.reloadAll();
    changed.fire(new DataChanged(EnumSet.allOf(DataChanged.Kind.class)));
    LOG.infof(
        "sample county: %,d street nodes, %,d demand points, %,d facilities, %,d areas, %d ms",
        network.graph().nodeCount(),
        sampleDemand.size(),
        sampleFacilities.size(),
        sampleAreas.size(),
        (System.nanoTime() - start) / 1_000_000);
  }

  /** Removes every sample row inside the caller's transaction. */
  void delete() {
    streets.deleteSample();
    facilities.deleteSample();
    population.deleteSample();
    areas.deleteSample();
    candidates.deleteSample();
  }

  /** The sample's streets as a walking network. */
  public static StreetGraph graph(SampleCounty county) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    county.streets(
        new StreetSink() {
          @Override
          public int addNode(double lon, double lat) {
            return builder.addNode(lon, lat);
          }

          @Override
          public void addEdge(
              int from, int to, double[] innerLonLat, Road road, @Nullable String name) {
            builder.addEdge(
                from, to, innerLonLat, EdgeTraits.of(StreetClass.valueOf(road.name())), name);
          }
        });
    return builder.build();
  }

  /**
   * The sample's streets as vehicles use them: every street both ways, paths for bicycles only,
   * steps for nobody.
   */
  public static StreetGraph drives(SampleCounty county) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    county.streets(
        new StreetSink() {
          @Override
          public int addNode(double lon, double lat) {
            return builder.addNode(lon, lat);
          }

          @Override
          public void addEdge(
              int from, int to, double[] innerLonLat, Road road, @Nullable String name) {
            RoadClass kind = roadClass(road);
            if (kind != null) {
              boolean van = kind != RoadClass.PATH;
              DriveTraits traits =
                  DriveTraits.of(kind, Surface.UNKNOWN)
                      .open(Vehicle.BICYCLE, true, true)
                      .open(Vehicle.VAN, van, van);
              builder.addEdge(from, to, innerLonLat, traits.packed(), name);
            }
          }
        });
    return builder.build();
  }

  private static @Nullable RoadClass roadClass(StreetSink.Road road) {
    return switch (road) {
      case MAJOR -> RoadClass.SECONDARY;
      case MINOR -> RoadClass.TERTIARY;
      case RESIDENTIAL -> RoadClass.RESIDENTIAL;
      case SERVICE -> RoadClass.SERVICE;
      case PATH -> RoadClass.PATH;
      case STEPS -> null;
    };
  }

  private static List<BackgroundFeature> background(SampleCounty county) {
    return county.background().stream()
        .map(w -> new BackgroundFeature(backgroundKind(w.kind()), w.geometry(), w.name()))
        .toList();
  }

  private static BackgroundKind backgroundKind(String kind) {
    return switch (kind) {
      case "river", "lake", "sea" -> BackgroundKind.WATER;
      case "canal" -> BackgroundKind.WATERWAY;
      case "rail" -> BackgroundKind.RAILWAY;
      default -> BackgroundKind.GREEN;
    };
  }

  /** An area of the sample as it is stored. */
  public static Area area(SampleArea a) {
    return new Area(
        a.code(),
        a.name(),
        AreaLevel.find(a.level()).orElseThrow(),
        a.parentCode(),
        a.urban(),
        a.serviceZone(),
        a.households(),
        a.residents(),
        a.boundary(),
        new AreaFacts(
            a.facts().estateAge(),
            a.facts().purchasedServiceElders(),
            a.facts().emergencyCallElders(),
            a.facts().regionalProvision()),
        true,
        0);
  }

  private static CandidateDetails candidate(SampleCandidate c) {
    return new CandidateDetails(
        c.externalId(),
        c.name(),
        c.communityBuilding() ? Candidate.COMMUNITY_BUILDING : Candidate.IDLE_PREMISES,
        c.lon(),
        c.lat(),
        c.areaSquareMeters(),
        c.costYuan(),
        c.capacity(),
        c.types(),
        c.owner(),
        c.address(),
        c.areaCode(),
        c.available());
  }

  /** A facility of the sample as it is stored. */
  public static FacilityDetails details(SampleFacility f) {
    return new FacilityDetails(
        f.externalId(),
        f.name(),
        f.type(),
        FacilityStatus.find(f.status()).orElseThrow(),
        f.lon(),
        f.lat(),
        f.areaCode(),
        f.operator(),
        f.address(),
        f.phone(),
        f.openingHours(),
        f.fees(),
        List.copyOf(f.services()),
        f.beds(),
        f.nursingBeds(),
        f.mealsPerDay(),
        f.starRating(),
        f.floorAreaSquareMeters(),
        f.stepFree(),
        f.lastVerified(),
        SOURCE,
        "WGS84",
        null,
        f.freePlaces(),
        f.freePlaces() == null ? null : f.freePlacesOn(),
        f.audience(),
        f.deliveryAreas(),
        null,
        standing(f.standing()));
  }

  private static FacilityStanding standing(SampleStanding s) {
    return new FacilityStanding(
        s.openedOn(),
        s.sociallyRun(),
        s.medicalCare() == null ? null : MedicalCare.find(s.medicalCare()).orElseThrow(),
        s.residents(),
        s.landAreaSquareMeters(),
        s.meetsStandard(),
        s.leadingCentre(),
        s.demonstrationSite(),
        s.regionalCentre());
  }
}
