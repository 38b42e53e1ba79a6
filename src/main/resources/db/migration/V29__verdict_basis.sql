-- Of some deadlines nobody has said what they rest on: that is not known, and no policy of the house.
alter table verdict alter column basis drop not null;
