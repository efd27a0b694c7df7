package org.caremap.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HoursService {
  HoursAnswer describe(@Nullable String openingHours, Instant at) {
    return new HoursAnswer(
        openingHours,
        HoursState.UNKNOWN,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        true,
        null);
  }

  ZoneId zone() {
    return ZoneId.of("Asia/Shanghai");
  }
}
