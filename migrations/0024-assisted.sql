-- Assisted mode: begun here.

select 1;
