/** Care Map 关爱地图: who can walk to which care, over real streets. */
package org.caremap;
