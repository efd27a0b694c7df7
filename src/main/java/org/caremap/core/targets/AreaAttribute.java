package org.caremap.core.targets;

/**
 * A number that a plan table states of an area itself.
 *
 * @param area name as printed
 * @param column the vocabulary's code
 * @param zh label in Chinese
 * @param en label in English
 */
public record AreaAttribute(String area, String column, String zh, String en, double number) {}
