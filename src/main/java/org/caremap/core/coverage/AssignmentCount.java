package org.caremap.core.coverage;

/**
 * People of one area by what capacities leave for them.
 *
 * @param demand served + overCapacity + unknownCapacity + outOfReach
 * @param served those who have a place within the cut-off
 * @param overCapacity those who reach facilities in time but find all of them full
 * @param unknownCapacity those without a place who reach, in time, a facility whose capacity nobody
 *     has stated: it may have room or not
 * @param outOfReach those who reach no facility in time
 * @param unknownPoints points whose number of people is unknown; counted nowhere else
 */
public record AssignmentCount(
    double demand,
    double served,
    double overCapacity,
    double unknownCapacity,
    double outOfReach,
    int unknownPoints) {}
