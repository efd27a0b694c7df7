package org.caremap.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.caremap.testing.PostgisHome;

@QuarkusTest
@QuarkusTestResource(value = PostgisHome.class, restrictToAnnotatedClass = true)
class SitingPostgisTest extends SitingSuite {}
