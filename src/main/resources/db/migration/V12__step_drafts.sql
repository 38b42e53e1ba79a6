-- What a person has typed into the form of a step and not yet sent; hers alone. The place is
-- the step in its case, party, body and milestone, not the task: a process begun anew has others.
create table step_draft (
  place varchar(200) not null,
  account varchar(100) not null,
  fields text not null,
  saved_at timestamp with time zone not null,
  primary key (place, account)
);
create index step_draft_saved on step_draft (saved_at);
