-- Activities: begun here.

select 1;
