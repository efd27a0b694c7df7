package org.caremap.tiles;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaService;
import org.caremap.area.AreaTree;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundKind;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Draws tiles from what is loaded, and keeps the last ones. */
@ApplicationScoped
class TileService {
  private static final int KEPT_TILES = 1_000;
  private static final double MARGIN = 0.03;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final MvtLayerParams PARAMS = new MvtLayerParams();

  private final StreetService streets;
  private final AreaService areas;
  private volatile Kept kept = new Kept(null, null);

  TileService(StreetService streets, AreaService areas) {
    this.streets = streets;
    this.areas = areas;
  }

  /** Tiles of one state of the data. */
  private static final class Kept {
    private final @Nullable StreetNetwork streets;
    private final @Nullable AreaTree areas;
    private final Map<TileAddress, byte[]> tiles =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<TileAddress, byte[]> eldest) {
            return size() > KEPT_TILES;
          }
        };

    Kept(@Nullable StreetNetwork streets, @Nullable AreaTree areas) {
      this.streets = streets;
      this.areas = areas;
    }
  }

  /** The tile; empty where nothing is there. */
  byte[] tile(TileAddress address) {
    StreetNetwork network = streets.find().orElse(null);
    AreaTree tree = areas.tree();
    Kept state = kept;
    if (state.streets != network || state.areas != tree) {
      state = new Kept(network, tree);
      kept = state;
    }
    synchronized (state.tiles) {
      byte[] known = state.tiles.get(address);
      if (known != null) {
        return known;
      }
    }
    byte[] drawn = draw(address, network, tree);
    synchronized (state.tiles) {
      state.tiles.put(address, drawn);
    }
    return drawn;
  }

  private static byte[] draw(TileAddress address, @Nullable StreetNetwork network, AreaTree tree) {
    List<JtsLayer> layers = new ArrayList<>();
    if (network != null) {
      layers.addAll(background(address, network));
    }
    layers.add(layer("areas", areaOutlines(address, tree), address));
    if (network != null) {
      layers.add(layer("streets", streetLines(address, network), address));
    }
    layers.removeIf(layer -> layer.getGeometries().isEmpty());
    return layers.isEmpty() ? new byte[0] : MvtEncoder.encode(new JtsMvt(layers));
  }

  private static List<Geometry> streetLines(TileAddress address, StreetNetwork network) {
    StreetGraph graph = network.graph();
    List<Geometry> lines = new ArrayList<>();
    for (int edge : network.snapper().edgesIn(address.degrees(MARGIN))) {
      StreetClass streetClass = graph.streetClass(edge);
      if (address.z() < firstZoom(streetClass)) {
        continue;
      }
      double[] lonLat = graph.edgeGeometry(edge);
      Coordinate[] points = new Coordinate[lonLat.length / 2];
      for (int i = 0; i < points.length; i++) {
        points[i] = TileAddress.unit(lonLat[2 * i], lonLat[2 * i + 1]);
      }
      Geometry line = GEOMETRY.createLineString(points);
      Map<String, Object> tags = new LinkedHashMap<>();
      tags.put("class", streetClass.name().toLowerCase(Locale.ROOT));
      String name = graph.edgeName(edge);
      if (name != null && address.z() >= 13) {
        tags.put("name", name);
      }
      line.setUserData(tags);
      lines.add(line);
    }
    return lines;
  }

  // Small streets only where there is room for them.
  private static int firstZoom(StreetClass streetClass) {
    return switch (streetClass) {
      case MAJOR -> 6;
      case MINOR -> 10;
      case RESIDENTIAL -> 12;
      case SERVICE, PATH, STEPS, AREA -> 14;
    };
  }

  private static List<JtsLayer> background(TileAddress address, StreetNetwork network) {
    List<JtsLayer> layers = new ArrayList<>();
    // A ditch of two pixels only costs time.
    double smallestDegrees = 360.0 / (1 << address.z()) / 128;
    for (BackgroundKind kind : BackgroundKind.values()) {
      List<Geometry> shapes = new ArrayList<>();
      BoundingBox box = address.degrees(MARGIN);
      Envelope view = new Envelope(box.west(), box.east(), box.south(), box.north());
      for (BackgroundFeature feature : network.background()) {
        if (feature.kind() == kind && feature.geometry().getEnvelopeInternal().intersects(view)) {
          Geometry shape = projected(feature.geometry());
          Map<String, Object> tags = new LinkedHashMap<>();
          tags.put("kind", kind.name().toLowerCase(Locale.ROOT));
          if (feature.name() != null) {
            tags.put("name", feature.name());
          }
          shape.setUserData(tags);
          shapes.add(shape);
        }
      }
      layers.add(layer(layerName(kind), shapes, address));
    }
    return layers;
  }

  private static String layerName(BackgroundKind kind) {
    return switch (kind) {
      case WATER -> "water";
      case WATERWAY -> "waterways";
      case RAILWAY -> "rail";
      case COASTLINE -> "coast";
      case GREEN -> "green";
    };
  }

  private static List<Geometry> areaOutlines(TileAddress address, AreaTree tree) {
    BoundingBox box = address.degrees(MARGIN);
    Envelope view = new Envelope(box.west(), box.east(), box.south(), box.north());
    List<Geometry> outlines = new ArrayList<>();
    for (Area area : tree.list()) {
      int depth = area.level().depth();
      int fromZoom = depth <= 3 ? 0 : depth <= AreaLevel.COMMUNITY_DEPTH ? 13 : 15;
      boolean shown = area.boundary() != null && address.z() >= fromZoom;
      if (shown && area.boundary().getEnvelopeInternal().intersects(view)) {
        Geometry outline = projected(area.boundary());
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("name", area.name());
        tags.put("level", area.level().code());
        tags.put("depth", (long) depth);
        outline.setUserData(tags);
        outlines.add(outline);
      }
    }
    return outlines;
  }

  private static Geometry projected(Geometry lonLat) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(
          CoordinateSequence coordinates, Geometry parent) {
        Coordinate[] unit = new Coordinate[coordinates.size()];
        for (int i = 0; i < unit.length; i++) {
          unit[i] = TileAddress.unit(coordinates.getX(i), coordinates.getY(i));
        }
        return createCoordinateSequence(unit);
      }
    }.transform(lonLat);
  }

  private static JtsLayer layer(String name, List<Geometry> shapes, TileAddress address) {
    Envelope tile = address.unitEnvelope();
    Envelope clip = new Envelope(tile);
    clip.expandBy(tile.getWidth() * MARGIN);
    // Half a pixel of a 256-pixel tile.
    double tolerance = tile.getWidth() / 512;
    List<Geometry> drawn = new ArrayList<>();
    for (Geometry shape : shapes) {
      Geometry simple = shape;
      if (shape.getNumPoints() > 2 && address.z() < TileAddress.MAX_ZOOM) {
        simple = DouglasPeuckerSimplifier.simplify(shape, tolerance);
        simple.setUserData(shape.getUserData());
      }
      if (simple.isEmpty()) {
        continue;
      }
      Geometry inTile =
          JtsAdapter.createTileGeom(simple, tile, clip, GEOMETRY, PARAMS, geometry -> true);
      if (inTile != null && !inTile.isEmpty()) {
        inTile.setUserData(shape.getUserData());
        drawn.add(inTile);
      }
    }
    return new JtsLayer(name, drawn);
  }
}
