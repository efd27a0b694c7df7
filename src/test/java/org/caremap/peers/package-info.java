/**
 * Other people's engines over the same streets: an oracle for travel times and rivals for {@code
 * ./bench}. {@link org.caremap.peers.OurEngine} is the only class here that knows ours.
 */
@NullMarked
package org.caremap.peers;

import org.jspecify.annotations.NullMarked;
