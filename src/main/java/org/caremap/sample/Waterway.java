package org.caremap.sample;

/**
 * Something long that is crossed only at bridges.
 *
 * @param rail whether it is the railway; otherwise water
 * @param vertical whether it runs along v (at a constant u)
 * @param line its constant coordinate
 * @param half half its width, metres
 * @param bank distance from its middle to the street on either side
 * @param from start of the streets on its banks
 * @param to end of the streets on its banks
 * @param drawFrom start of the water itself
 * @param drawTo end of the water itself
 * @param fromStyle style of the street that crosses at {@code from}
 * @param toStyle style of the street that crosses at {@code to}
 * @param name its name
 */
record Waterway(
    boolean rail,
    boolean vertical,
    int line,
    int half,
    int bank,
    int from,
    int to,
    int drawFrom,
    int drawTo,
    int fromStyle,
    int toStyle,
    String name) {}
