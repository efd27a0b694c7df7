/** Supply meets need: services offered against the groups that need them, by area. */
package org.caremap.supply;
