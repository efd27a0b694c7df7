/**
 * What every room stands on: configuration, the active database, problem bodies, parameters,
 * sign-in, the home folder and health. Sees no other room.
 */
package org.caremap.platform;
