-- What a person has typed into the form of a step and not yet sent; hers alone.
create table step_draft (
  task varchar(64) not null,
  account varchar(100) not null,
  fields text not null,
  saved_at timestamp with time zone not null,
  primary key (task, account)
);
create index step_draft_saved on step_draft (saved_at);
