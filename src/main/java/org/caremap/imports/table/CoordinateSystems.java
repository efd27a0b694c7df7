package org.caremap.imports.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;

/** Finds coordinate systems by the many ways of naming them. */
final class CoordinateSystems {
  /** What a file is in unless somebody says otherwise. */
  static final CoordinateSystem WGS84 = new Identity("WGS84");

  private static final Pattern EPSG =
      Pattern.compile(
          "(?:epsg:{1,2}|urn:(?:x)?ogc:def:crs:epsg:[0-9.]*:"
              + "|https?://www\\.opengis\\.net/def/crs/epsg/[0-9.]+/"
              + "|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#)?(\\d{4,6})");
  private static final Pattern CRS84 =
      Pattern.compile(
          "(?:urn:(?:x)?ogc:def:crs:ogc:[0-9.]*:|https?://www\\.opengis\\.net/def/crs/ogc/[0-9.]+/"
              + "|ogc:)?crs84h?");

  private CoordinateSystems() {}

  /**
   * The system of that name.
   *
   * @throws FileProblem if there is none, listing examples
   */
  static CoordinateSystem parse(String text, DatumShift shift) throws FileProblem {
    String key = Texts.key(text);
    if (CRS84.matcher(key).matches()) {
      return WGS84;
    }
    Matcher epsg = EPSG.matcher(key);
    String number = epsg.matches() ? epsg.group(1) : "";
    Optional<String> named =
        AliasBook.get().vocabulary("crs").find(number.isEmpty() ? text : "EPSG:" + number);
    if (named.isPresent()) {
      return switch (named.get()) {
        case "WGS84" -> WGS84;
        // The national system of 2000 and WGS 84 agree within decimetres.
        case "CGCS2000" -> new Identity("EPSG:4490");
        default -> new Shifted(named.get(), shift);
      };
    }
    if (number.isEmpty()) {
      throw unknown(text);
    }
    return decode("EPSG:" + number, text);
  }

  private static CoordinateSystem decode(String code, String text) throws FileProblem {
    try {
      // Forced to longitude (or easting) first: EPSG:4490, EPSG:4549 and others are not natively.
      CoordinateReferenceSystem system = CRS.decode(code, true);
      if (system.getCoordinateSystem().getDimension() != 2) {
        throw unknown(text);
      }
      boolean exact = true;
      MathTransform transform;
      try {
        transform = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, false);
      } catch (OperationNotFoundException e) {
        transform = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
        String name = system.getName().getCode();
        exact = name.contains("CGCS2000") || name.contains("China Geodetic");
      }
      var box = CRS.getGeographicBoundingBox(system);
      Envelope domain =
          box == null
              ? new Envelope(-180, 180, -90, 90)
              : new Envelope(
                  box.getWestBoundLongitude(),
                  box.getEastBoundLongitude(),
                  box.getSouthBoundLatitude(),
                  box.getNorthBoundLatitude());
      return new Transformed(code, system instanceof GeographicCRS, domain, exact, transform);
    } catch (NoSuchAuthorityCodeException e) {
      throw unknown(text);
    } catch (FactoryException | RuntimeException e) {
      throw unknown(text);
    }
  }

  private static FileProblem unknown(String text) {
    return new FileProblem(
        new RowError(
            1,
            "crs",
            text,
            "unknown coordinate system; legal are WGS84, CGCS2000, GCJ-02, BD-09 and EPSG codes of"
                + " two-dimensional systems such as EPSG:4326, EPSG:3857 or EPSG:4549"));
  }

  /** Longitude and latitude that are WGS 84 already. */
  private record Identity(String name) implements CoordinateSystem {
    @Override
    public boolean degrees() {
      return true;
    }

    @Override
    public Optional<Envelope> findDomain() {
      return Optional.empty();
    }

    @Override
    public boolean toWgs84(double x, double y, double[] lonLat) {
      lonLat[0] = x;
      lonLat[1] = y;
      return true;
    }
  }

  /** One of the two Chinese map datums. */
  private record Shifted(String name, DatumShift shift) implements CoordinateSystem {
    @Override
    public boolean degrees() {
      return true;
    }

    @Override
    public Optional<Envelope> findDomain() {
      return Optional.empty();
    }

    @Override
    public boolean toWgs84(double x, double y, double[] lonLat) {
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
        return false;
      }
      try {
        double[] shifted = shift.toWgs84(name, x, y);
        lonLat[0] = shifted[0];
        lonLat[1] = shifted[1];
        return true;
      } catch (IllegalArgumentException e) {
        return false; // shifted over the edge of the world
      }
    }
  }

  /** Any system of the EPSG register. */
  private record Transformed(
      String name, boolean degrees, Envelope domain, boolean exact, MathTransform transform)
      implements CoordinateSystem {
    @Override
    public Optional<Envelope> findDomain() {
      return Optional.of(domain);
    }

    @Override
    public Optional<String> findNote() {
      return exact
          ? Optional.empty()
          : Optional.of(
              "No datum shift from "
                  + name
                  + " to WGS 84 is known; positions may be off by up to some hundred metres.");
    }

    @Override
    public boolean toWgs84(double x, double y, double[] lonLat) {
      double[] point = {x, y};
      try {
        transform.transform(point, 0, lonLat, 0, 1);
      } catch (TransformException | RuntimeException e) {
        return false;
      }
      return Double.isFinite(lonLat[0]) && Double.isFinite(lonLat[1]);
    }
  }
}
