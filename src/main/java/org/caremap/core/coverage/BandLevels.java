package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.graph.StreetTile;

/**
 * Which samples of a lattice each band holds, and where between two samples its border runs.
 *
 * <p>Bands are numbered from the smallest. A sample's <i>level</i> is the smallest band that holds
 * it, so whatever is done to levels keeps the bands nested. Between a sample inside and one outside
 * the border is put where the time ends, where the snap limit ends, or where a place's nearest
 * street changes (a river bank, a wall), whichever comes first. Borders of different bands on one
 * side of a square keep a distance, so that no band touches the next: see {@link #share}. Scratch
 * of one thread.
 */
final class BandLevels {
  /** Borders keep this share of a cell away from samples. */
  static final double EDGE = 0.08;

  private static final double WIDEST_GAP = 0.06;
  private static final double ALL_GAPS = 0.5;
  private static final double MARGIN_CELLS = 0.05;
  private static final double TOLERANCE = ServiceAreaPainter.TOLERANCE_CELLS;

  // Sides of a square: 0 south, 1 east, 2 north, 3 west. From-to pairs with the inside on the left,
  // by which corners are inside: 1 south-west, 2 south-east, 4 north-east, 8 north-west. Opposite
  // corners stay apart.
  static final int[][] LINES = {
    {},
    {0, 3},
    {1, 0},
    {1, 3},
    {2, 1},
    {0, 3, 2, 1},
    {2, 0},
    {2, 3},
    {3, 2},
    {0, 2},
    {1, 0, 3, 2},
    {1, 2},
    {3, 1},
    {0, 1},
    {3, 0},
    {}
  };

  private final LocalStreets streets;
  private final NearestPieces nearest;
  private Lattice lattice = Lattice.NONE;
  private double[] budgets = {};
  private double snapLimit;
  private double gap;

  private int[] level = new int[8192];
  private int[] natural = new int[8192];
  private int[] locked = new int[8192];
  private int[] keepOut = new int[8192];
  // Whether demand has left traces in the four arrays above.
  private boolean hasDemand;
  private int cleared;
  // Of each row of samples, the first and the last that may be inside.
  private int[] firstInside = new int[128];
  private int[] lastInside = new int[128];

  // Of the side measured last: the same for all bands.
  private int side = -1;
  private double costHere;
  private double costThere;
  private double change;

  BandLevels(LocalStreets streets, NearestPieces nearest) {
    this.streets = streets;
    this.nearest = nearest;
  }

  /**
   * Gives every sample its level by the rule for places.
   *
   * @param bandBudgets metres, ascending
   */
  void reset(Lattice samples, double[] bandBudgets, double snapLimitMeters) {
    lattice = samples;
    budgets = bandBudgets;
    snapLimit = snapLimitMeters;
    gap = budgets.length == 1 ? 0 : Math.min(WIDEST_GAP, ALL_GAPS / (budgets.length - 1));
    int size = lattice.size();
    if (level.length < size) {
      level = new int[size];
      natural = new int[size];
      locked = new int[size];
      keepOut = new int[size];
    } else if (hasDemand) {
      Arrays.fill(locked, 0, cleared, 0);
      Arrays.fill(keepOut, 0, cleared, 0);
    }
    hasDemand = false;
    if (firstInside.length < lattice.rows()) {
      firstInside = new int[lattice.rows()];
      lastInside = new int[lattice.rows()];
    }
    evaluate();
  }

  private void evaluate() {
    side = -1;
    Arrays.fill(level, 0, lattice.size(), budgets.length);
    Arrays.fill(firstInside, 0, lattice.rows(), lattice.columns());
    Arrays.fill(lastInside, 0, lattice.rows(), -1);
    for (int i = 0; i < nearest.tileCount(); i++) {
      StreetTile tile = nearest.reachedTile(i);
      if (tile != null) {
        evaluate(tile, nearest.firstPiece(i), nearest.startColumn(i), nearest.startRow(i));
      }
    }
  }

  private void evaluate(StreetTile tile, int firstPiece, int startColumn, int startRow) {
    int outside = budgets.length;
    double least = budgets[0];
    double largest = budgets[outside - 1];
    double farthest = Math.min(snapLimit, largest);
    int[] stretchOfPiece = streets.stretchOfPiece();
    double[] leastWalk = streets.leastWalk();
    double[] mostWalk = streets.mostWalk();
    long[] samples = tile.samples();
    int[] levels = level;
    // Samples on the lattice's border are always outside.
    int fromColumn = Math.max(1, startColumn);
    int toColumn = Math.min(lattice.columns() - 1, startColumn + StreetTile.SIDE);
    int toRow = Math.min(lattice.rows() - 1, startRow + StreetTile.SIDE);
    for (int row = Math.max(1, startRow); row < toRow; row++) {
      int toSample = row * lattice.columns();
      int toEntry = (row - startRow) * StreetTile.SIDE - startColumn;
      int first = Integer.MAX_VALUE;
      int last = -1;
      for (int column = fromColumn; column < toColumn; column++) {
        long sample = samples[toEntry + column];
        double access = StreetTile.accessMeters(sample);
        if (access > farthest) {
          continue;
        }
        int stretch = stretchOfPiece[firstPiece + StreetTile.piece(sample)];
        if (access + leastWalk[stretch] > largest) {
          continue;
        }
        int band = 0;
        if (access + mostWalk[stretch] > least) {
          double cost = access + streets.walk(stretch, StreetTile.share(sample));
          band = outside;
          while (band > 0 && cost <= budgets[band - 1]) {
            band--;
          }
        }
        if (band < outside) {
          levels[toSample + column] = band;
          first = Math.min(first, column);
          last = column;
        }
      }
      if (last >= 0) {
        firstInside[row] = Math.min(firstInside[row], first);
        lastInside[row] = Math.max(lastInside[row], last);
      }
    }
  }

  /** Of a row of samples, the first that may be inside; the number of columns if there is none. */
  int firstInside(int row) {
    return firstInside[row];
  }

  /** Of a row of samples, the last that may be inside; -1 if there is none. */
  int lastInside(int row) {
    return lastInside[row];
  }

  /** The smallest band that holds each sample, row by row. Read only. */
  int[] levels() {
    return level;
  }

  private static double square(double value) {
    return value * value;
  }

  int bands() {
    return budgets.length;
  }

  /** The smallest band that holds a sample, or the number of bands. */
  int level(int sample) {
    return level[sample];
  }

  /** The smallest distance, in cells, between the borders of two bands on one side. */
  double gap() {
    return gap;
  }

  /** Whether the border of a band must not be moved within a square. */
  boolean isFixed(int square, int band) {
    return hasDemand && keepOut[square] > band;
  }

  /** Sides by number: even ones run east from a sample, odd ones north. */
  int side(int square, int which) {
    return switch (which) {
      case 0 -> 2 * square;
      case 1 -> 2 * (square + 1) + 1;
      case 2 -> 2 * (square + lattice.columns());
      default -> 2 * square + 1;
    };
  }

  int otherEnd(int ofSide) {
    return (ofSide >> 1) + ((ofSide & 1) == 0 ? 1 : lattice.columns());
  }

  /** The end of a side that more bands hold. */
  int innerEnd(int ofSide) {
    int here = ofSide >> 1;
    int there = otherEnd(ofSide);
    return level[here] <= level[there] ? here : there;
  }

  int outerEnd(int ofSide) {
    int here = ofSide >> 1;
    int there = otherEnd(ofSide);
    return level[here] <= level[there] ? there : here;
  }

  /** Which corners of a square a band holds. */
  int mask(int square, int band) {
    return (level[square] <= band ? 1 : 0)
        | (level[square + 1] <= band ? 2 : 0)
        | (level[square + lattice.columns() + 1] <= band ? 4 : 0)
        | (level[square + lattice.columns()] <= band ? 8 : 0);
  }

  /**
   * Where a band's border crosses a side, as a share of the side from its inner end. With s(b) the
   * share by the rule, not greater than that of any larger band, it is s(b) shifted by b gaps and
   * cut to an interval shifted by b gaps: so the shares of two bands differ by a gap at least.
   *
   * @param band one that holds exactly one end
   */
  double share(int ofSide, int band) {
    return share(ofSide, innerEnd(ofSide), outerEnd(ofSide), band);
  }

  /** The same with the side's ends given. */
  double share(int ofSide, int inner, int outer, int band) {
    measure(ofSide, inner);
    double share = 1;
    for (int larger = Math.min(level[outer], budgets.length) - 1; larger >= band; larger--) {
      share = Math.min(share, byRule(inner, outer, larger));
    }
    int last = budgets.length - 1;
    double least = EDGE + band * gap;
    double most = 1 - EDGE - (last - band) * gap;
    return Math.max(least, Math.min(most, share + (band - last / 2.0) * gap));
  }

  private double byRule(int inner, int outer, int band) {
    if (hasDemand && (natural[inner] > band || natural[outer] <= band)) {
      return 0.5; // demand has overruled the streets here
    }
    if (costThere <= budgets[band]) {
      return change;
    }
    double ends =
        costThere == Double.POSITIVE_INFINITY
            ? 1
            : (budgets[band] - costHere) / (costThere - costHere);
    return Math.min(change, Math.max(0, ends));
  }

  private void measure(int ofSide, int inner) {
    if (ofSide == side) {
      return;
    }
    side = ofSide;
    change = 1;
    costHere = 0;
    costThere = 0;
    int columns = lattice.columns();
    int row = (ofSide >> 1) / columns;
    int column = (ofSide >> 1) - row * columns;
    int otherRow = row + (ofSide & 1);
    int otherColumn = column + 1 - (ofSide & 1);
    boolean turned = inner != ofSide >> 1;
    int row0 = turned ? otherRow : row;
    int column0 = turned ? otherColumn : column;
    int row1 = turned ? row : otherRow;
    int column1 = turned ? column : otherColumn;
    nearest.look(column0, row0);
    int here = nearest.piece();
    if (here < 0) {
      return;
    }
    double accessHere = nearest.accessMeters();
    costHere = accessHere + streets.walkFrom(here, nearest.share());
    nearest.look(column1, row1);
    int there = nearest.piece();
    double accessThere = nearest.accessMeters();
    if (there == here) {
      costThere = accessThere + streets.walkFrom(here, nearest.share());
    } else {
      double x1 = lattice.x(column1);
      double y1 = lattice.y(row1);
      double ownThere = accessThere;
      accessThere = Math.sqrt(streets.accessSquared(here, x1, y1));
      costThere = accessThere + streets.walkFromLast(here);
      if (there >= 0) {
        double x0 = lattice.x(column0);
        double y0 = lattice.y(row0);
        double more = streets.handicap(there) - streets.handicap(here);
        double leadHere = Math.sqrt(streets.accessSquared(there, x0, y0)) - accessHere + more;
        double leadThere = accessThere - ownThere - more;
        double both = leadHere + leadThere;
        change = both > 0 ? Math.min(1, Math.max(0, leadHere / both)) : 0.5;
      }
    }
    if (accessThere > snapLimit) {
      double ends = (snapLimit - accessHere) / (accessThere - accessHere);
      change = Math.min(change, Math.max(0, ends));
    }
  }

  /**
   * Makes the levels agree with demand: a reached point outside raises the samples around it where
   * that goes on from the area, or where nothing of the area is within the tolerance; never those
   * beside an excluded point. An excluded point inside lowers the samples around it, always.
   */
  void enforce(LocalDemand demand) {
    if (demand.size() == 0) {
      return;
    }
    side = -1;
    hasDemand = true;
    cleared = lattice.size();
    System.arraycopy(level, 0, natural, 0, lattice.size());
    for (int i = 0; i < demand.size(); i++) {
      int square = demand.square(i);
      int smallest = demand.smallestBand(i);
      if (square >= 0 && smallest > 0) {
        keepOut[square] = Math.max(keepOut[square], smallest);
        for (int corner = 0; corner < 4; corner++) {
          int sample = corner(square, corner);
          locked[sample] = Math.max(locked[sample], smallest);
        }
      }
    }
    for (int i = 0; i < demand.size(); i++) {
      int smallest = demand.smallestBand(i);
      if (demand.square(i) >= 0 && smallest < budgets.length && !isInside(demand, i, smallest)) {
        raise(demand, i, smallest);
      }
    }
    side = -1;
    for (int i = 0; i < demand.size(); i++) {
      int square = demand.square(i);
      int band = demand.smallestBand(i) - 1;
      if (square >= 0
          && band >= 0
          && depth(band, square, demand.x(i), demand.y(i)) > -MARGIN_CELLS) {
        for (int corner = 0; corner < 4; corner++) {
          int sample = corner(square, corner);
          level[sample] = Math.max(level[sample], band + 1);
        }
        side = -1;
      }
    }
  }

  private void raise(LocalDemand demand, int i, int band) {
    int square = demand.square(i);
    boolean goesOn = false;
    for (int corner = 0; corner < 4; corner++) {
      int sample = corner(square, corner);
      if (mayRaise(sample, band)) {
        goesOn |=
            level[sample] <= band
                || level[sample - 1] <= band
                || level[sample + 1] <= band
                || level[sample - lattice.columns()] <= band
                || level[sample + lattice.columns()] <= band;
      }
    }
    // A loop around a single home says where somebody lives: only where there is no other way.
    if (goesOn || !isNear(demand, i, band)) {
      for (int corner = 0; corner < 4; corner++) {
        int sample = corner(square, corner);
        if (mayRaise(sample, band)) {
          level[sample] = Math.min(level[sample], band);
          int row = sample / lattice.columns();
          int column = sample - row * lattice.columns();
          firstInside[row] = Math.min(firstInside[row], column);
          lastInside[row] = Math.max(lastInside[row], column);
        }
      }
      side = -1;
    }
  }

  private boolean mayRaise(int sample, int band) {
    return locked[sample] <= band && !lattice.onBorder(sample);
  }

  private int corner(int square, int corner) {
    return square + (corner & 1) + (corner >> 1) * lattice.columns();
  }

  /** Whether a band's border leaves a point of demand inside. */
  boolean isInside(LocalDemand demand, int i, int band) {
    return depth(band, demand.square(i), demand.x(i), demand.y(i)) > 0;
  }

  /** Whether a sample of the band is within the tolerance of a point. */
  boolean isNear(LocalDemand demand, int i, int band) {
    return isNear(demand.x(i), demand.y(i), band);
  }

  /** Whether a sample of the band is within the tolerance of a point in local metres. */
  boolean isNear(double x, double y, int band) {
    double column = (x - lattice.west()) / lattice.cellX();
    double row = (y - lattice.south()) / lattice.cellY();
    int firstRow = (int) Math.max(0, Math.ceil(row - TOLERANCE));
    int lastRow = (int) Math.min(lattice.rows() - 1, Math.floor(row + TOLERANCE));
    int first = (int) Math.max(0, Math.ceil(column - TOLERANCE));
    int last = (int) Math.min(lattice.columns() - 1, Math.floor(column + TOLERANCE));
    for (int r = firstRow; r <= lastRow; r++) {
      for (int c = first; c <= last; c++) {
        if (level[r * lattice.columns() + c] <= band
            && square(r - row) + square(c - column) <= TOLERANCE * TOLERANCE) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How deep inside the border of a band a point lies, in cells, judged within its square only:
   * positive inside, infinite where the square has no border.
   */
  double depth(int band, int square, double px, double py) {
    int mask = mask(square, band);
    if (mask == 0 || mask == 15) {
      return mask == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double u = (px - lattice.sampleX(square)) / lattice.cellX();
    double w = (py - lattice.sampleY(square)) / lattice.cellY();
    int[] lines = LINES[mask];
    double depth = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.length; i += 2) {
      double fromU = along(square, lines[i], band, 0);
      double fromW = along(square, lines[i], band, 1);
      double dU = along(square, lines[i + 1], band, 0) - fromU;
      double dW = along(square, lines[i + 1], band, 1) - fromW;
      double left = dU * (w - fromW) - dW * (u - fromU);
      depth = Math.max(depth, left / Math.sqrt(dU * dU + dW * dW));
    }
    return depth;
  }

  private double along(int square, int which, int band, int axis) {
    boolean runsEast = (which & 1) == 0;
    if (runsEast != (axis == 0)) {
      return which == 1 || which == 2 ? 1 : 0;
    }
    int crossed = side(square, which);
    double share = share(crossed, band);
    return innerEnd(crossed) == crossed >> 1 ? share : 1 - share;
  }
}
