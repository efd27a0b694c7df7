/**
 * The sample county 示例数据: a deterministic, synthetic county modelled on 海门 (Haimen, Jiangsu).
 *
 * <p>Only the names of its 13 areas and their numbers of urban and rural communities are real (the
 * Haimen 2018-2020 target table). Streets, canals, boundaries, people, facilities, phones and
 * street names are invented and are to be shown as such ({@link
 * org.caremap.sample.SampleCounty#NOTICE}).
 *
 * <p>How it is made: the county is drawn on a plane of whole metres (u along the river, v inland).
 * {@code Plan} cuts the plane into parcels with canals and roads between them; {@code Census} gives
 * every parcel to a community; {@code Blocks} draws the streets inside each parcel; {@code Network}
 * turns the segments into nodes and edges in one connected piece; {@code Dwellings} and {@code
 * Services} place people and facilities beside those edges; {@code Warp} bends the plane onto the
 * globe.
 */
@NullMarked
package org.caremap.sample;

import org.jspecify.annotations.NullMarked;
