-- Reports compare an institution's facilities (cơ sở 1, cơ sở 2), so a fact says at which one it happened.

alter table fact add column facility uuid;
